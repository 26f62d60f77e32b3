/**
 * A reader of a host page: scrolls it to its end with the pointer over the story, and notes at every stop which steps stand wholly
 * in view, which is current and whether its chart is in view with it. Knows where things are, not how they came there.
 */
import type { Page } from '@playwright/test';
import { expect, storyIn } from './hosts.js';

/** What is told of the story at one stop, in px from the top of the host's window. */
interface Stop {
  readonly current: string | undefined;
  readonly whole: readonly string[];
  readonly chart: boolean;
}

export interface Account {
  readonly steps: readonly string[];
  /** Steps that were wholly in view while they were current and their chart was in view. */
  readonly read: readonly string[];
  readonly seen: readonly string[];
  /** The host stands at its end. */
  readonly atEnd: boolean;
  /** Of the frame, of the story in it, and of what holds the frame in the host. */
  readonly frame: number;
  readonly content: number;
  readonly box: number;
  /** The story can be scrolled by hand inside its frame. */
  readonly scrollbar: boolean;
}

export interface Way {
  readonly which?: number;
  /** One turn of the wheel, in px. */
  readonly notch?: number;
  /** Time to come to rest after it, in ms. */
  readonly rest?: number;
  /** Instead of the wheel: scrolls by so much, whatever it does it with. */
  readonly scroll?: (by: number) => Promise<void>;
}

/** Runs in the host: the band of its window in which the frame can be seen. */
function hostBand(which: number) {
  const frame = document.querySelectorAll('iframe')[which];
  const header = document.querySelector('.fixed-header')?.getBoundingClientRect().bottom ?? 0;
  const pane = document.querySelector('.pane');
  const edge = pane?.getBoundingClientRect();
  const root = document.scrollingElement ?? document.documentElement;
  const { top, bottom, height } = frame?.getBoundingClientRect() ?? new DOMRect();
  const scroller = pane ?? root;
  return {
    frameTop: top,
    height,
    box: (frame?.parentElement ?? root).getBoundingClientRect().height,
    top: Math.max(top, header, edge?.top ?? 0),
    bottom: Math.min(bottom, window.innerHeight, edge?.bottom ?? Infinity),
    place: scroller.scrollTop,
    atEnd: scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2,
  };
}

/** Runs in the story. */
function storyStop(_root: Element, { top, bottom }: { top: number; bottom: number }) {
  const slack = 2;
  const inView = (element: Element | null | undefined) => {
    const rect = element?.getBoundingClientRect();
    return !!rect && rect.height > 0 && rect.top >= top - slack && rect.bottom <= bottom + slack;
  };
  const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
  const current = document.querySelector<HTMLElement>('[data-step][aria-current]');
  const own = document.querySelector(`[data-still="${current?.id ?? ''}"] .plot`);
  const stage = current?.closest('[data-section]')?.querySelector('[data-stage]');
  const shown =
    own ?? stage?.querySelector(`.chart[data-current][data-name="${current?.dataset.chart ?? ''}"] .plot`);
  return {
    current: current?.id,
    whole: steps.filter((step) => inView(step.querySelector('.step-card'))).map(({ id }) => id),
    chart: inView(shown),
  };
}

export async function readThrough(page: Page, way: Way = {}): Promise<Account> {
  const { which = 0, notch = 240, rest = 110 } = way;
  const root = storyIn(page, which).locator('html');
  const size = page.viewportSize() ?? { width: 1000, height: 800 };
  await page.mouse.move(size.width / 2, size.height / 2);
  const scroll = way.scroll ?? ((by: number) => page.mouse.wheel(0, by));
  const stops: Stop[] = [];
  let standing = 0;
  let before = '';
  let band = await page.evaluate(hostBand, which);
  for (let turn = 0; turn < 600 && standing < 3; turn += 1) {
    await page.waitForTimeout(rest);
    band = await page.evaluate(hostBand, which);
    const { frameTop, top, bottom, place } = band;
    stops.push(await root.evaluate(storyStop, { top: top - frameTop, bottom: bottom - frameTop }));
    const inside = await root.evaluate(() => window.scrollY);
    standing = `${place} ${inside}` === before ? standing + 1 : 0;
    before = `${place} ${inside}`;
    await scroll(notch);
  }
  const story = await root.evaluate((html) => ({
    steps: [...document.querySelectorAll('[data-step]')].map(({ id }) => id),
    content: Math.max(html.getBoundingClientRect().height, 0),
    scrollbar: html.scrollHeight > html.clientHeight + 1 && getComputedStyle(html).overflowY !== 'hidden',
  }));
  const read = stops.flatMap(({ current, whole, chart }) =>
    current !== undefined && chart && whole.includes(current) ? [current] : [],
  );
  return {
    ...story,
    read: [...new Set(read)],
    seen: [...new Set(stops.flatMap(({ whole }) => whole))],
    atEnd: band.atEnd,
    frame: band.height,
    box: band.box,
  };
}

/** Each step was to be seen as it is meant, and the host can be scrolled past the story. */
export function expectRead(account: Account): void {
  expect(account.steps.length).toBeGreaterThan(3);
  expect(account.seen, 'steps that came wholly into view').toEqual(account.steps);
  expect(account.read, 'steps that were current in view, with their chart').toEqual(account.steps);
  expect(account.atEnd, 'the host stands at its end').toBe(true);
}
