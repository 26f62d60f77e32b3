/** A finger on an embedded story, and a number of it that is asked for its source. Keys, links and search: embed-targets.spec.ts. */
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, fingerOn, readThrough } from './reading-in-host.js';
import { seenAt } from './seen-in-host.js';
import { shortLane } from './support.js';

test.use({ viewport: { width: 1000, height: 800 } });

/** The more costly half only by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test.skip(!every, 'slow as a hand: by `npm run test:hosts`');

  test('a finger on the story scrolls the page, from its beginning to its end', async ({ page, host }) => {
    await page.goto(`${host}loader.html`);
    await modeOf(page, 'frame');
    const account = await readThrough(page, { rest: 250, notch: 200, scroll: await fingerOn(page) });
    expectRead(account);
    expect(Math.abs(account.box - account.content)).toBeLessThan(2);
  });
});

test('a number opens its source inside what can be seen of the story', async ({ page, host }) => {
  for (const name of shortLane ? ['loader'] : ['loader', 'loader-clipped', 'amp-style']) {
    await page.goto(`${host}${name}.html`);
    await page.mouse.move(500, 500);
    const links = storyIn(page).locator('.step-card a:is([data-figure], [data-derived])');
    /** The first number that stands in the window's middle, as the story lies there now. */
    const inView = async () => {
      for (const link of await links.all()) {
        const box = await link.boundingBox();
        if (box && box.y > 60 && box.y < 700) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      return undefined;
    };
    let number = undefined as Awaited<ReturnType<typeof inView>>;
    for (let turn = 0; turn < 40 && (turn < 4 || !number); turn += 1) {
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(150);
      number = turn < 3 ? undefined : await inView();
    }
    if (!number) throw new Error(`no number came into view in ${name}`);
    // Where it is at rest.
    await expect
      .poll(async () => JSON.stringify(number) === JSON.stringify((number = await inView())))
      .toBe(true);
    await page.mouse.click(number.x, number.y);
    await expect(storyIn(page).locator('dialog[data-sheet][open]')).toBeAttached();
    await expect.poll(() => seenAt(page, 'dialog[data-sheet] h2'), { message: name }).toBeDefined();
  }
});
