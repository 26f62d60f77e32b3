/** The walk through a host page (walk-host.ts) in Chromium, as tests hold it to be. */
import type { Page } from '@playwright/test';
import { expect } from './hosts.js';
import { shortLane } from './support.js';
import { shortOf, walk, type Account } from './walk-host.js';

export interface Way {
  readonly which?: number;
  readonly notch?: number;
  readonly rest?: number;
  readonly places?: boolean;
  /** Instead of the wheel: scrolls by so much, whatever it does it with. */
  readonly scroll?: (by: number) => Promise<void>;
}

export async function readThrough(page: Page, way: Way = {}): Promise<Account> {
  const { which = 0, notch = 160, rest = 90, places = false } = way;
  const size = page.viewportSize() ?? { width: 1000, height: 800 };
  await page.mouse.move(size.width / 2, size.height / 2);
  const frame = await page.locator('iframe').nth(which).elementHandle();
  const story = await frame?.contentFrame();
  if (!story) throw new Error('no story in the page');
  const { account } = await walk({
    host: (work, given) => page.evaluate(work as never, given as never),
    story: (work, given) => story.evaluate(work as never, given as never),
    scroll: way.scroll ?? ((by) => page.mouse.wheel(0, by)),
    which,
    notch,
    rest,
    places,
  });
  return account;
}

/**
 * A host that differs only in how it comes to its mode: what reading is like there, `npm test` tries in one host of each mode.
 * @returns nothing where it wasn't read
 */
export const readInLongLane = (page: Page, way?: Way): Promise<Account | undefined> =>
  shortLane ? Promise.resolve(undefined) : readThrough(page, way);

/** Each step was to be seen as it is meant, and the host can be scrolled past the story. */
export function expectRead(account: Account | undefined): void {
  if (account) expect(shortOf(account)).toEqual([]);
}

/** A finger that draws the page up by so much, and rests before it lifts, so that nothing is flung. */
export async function fingerOn(page: Page): Promise<(by: number) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', y: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: 195, y }] });
  return async (by) => {
    await touch('touchStart', 600);
    for (let way = 20; way <= by; way += 20) await touch('touchMove', 600 - way);
    await page.waitForTimeout(150);
    await touch('touchMove', 600 - by);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
}
