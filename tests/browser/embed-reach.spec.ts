/** A finger on an embedded story, and a number of it that is asked for its source. Keys, links and search: embed-targets.spec.ts. */
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, fingerOn, readThrough } from './reading-in-host.js';
import { seenAt } from './seen-in-host.js';

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
  for (const name of ['loader', 'loader-clipped', 'amp-style']) {
    await page.goto(`${host}${name}.html`);
    await page.mouse.move(500, 500);
    for (let i = 0; i < 6; i += 1) {
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(150);
    }
    const frame = await page.locator('iframe').boundingBox();
    const links = storyIn(page).locator('.step-card a[data-figure]');
    for (const link of await links.all()) {
      const box = await link.boundingBox();
      if (!box || box.y < 60 || box.y > 700) continue;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      break;
    }
    await expect(storyIn(page).locator('dialog[data-sheet][open]')).toBeAttached();
    await expect.poll(() => seenAt(page, 'dialog[data-sheet] h2'), { message: name }).toBeDefined();
    expect(frame).not.toBeNull();
  }
});
