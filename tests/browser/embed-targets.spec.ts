/**
 * In every kind of host page the keys, the focus, a link into the story and the browser's search bring what they lead to into what
 * the reader sees of the story.
 */
import { expect, modeOf, storyIn, test } from './hosts.js';
import { seenAt } from './seen-in-host.js';

test.use({ viewport: { width: 1000, height: 800 } });

/** In every run those two that differ most; the rest of them by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';
const hosts = [
  { host: 'loader', mode: 'frame', often: true },
  { host: 'loader-header', mode: 'frame' },
  { host: 'loader-pane', mode: 'frame' },
  { host: 'loader-sandbox', mode: 'frame' },
  { host: 'loader-bare', mode: 'frame' },
  { host: 'loader-csp', mode: 'frame' },
  { host: 'loader-clipped', mode: 'bridge', often: true },
  { host: 'pym', mode: 'static' },
  { host: 'iframe-resizer-4', mode: 'static' },
  { host: 'iframe-resizer-5', mode: 'static' },
  { host: 'newswire-frames', mode: 'static' },
  { host: 'amp-style', mode: 'static' },
  { host: 'datawrapper-style', mode: 'static' },
  { host: 'iframe-resize', mode: 'static' },
  { host: 'frame-sizing', mode: 'static' },
  { host: 'wordpress', mode: 'plain' },
  { host: 'fixed-600', mode: 'plain' },
  { host: 'script-stripped', mode: 'plain' },
  { host: 'box-300', mode: 'plain' },
] as const;

/** Where a number that changes comes to rest. */
async function restOf(read: () => Promise<number>): Promise<number> {
  let before = await read();
  for (let same = 0; same < 2;) {
    await new Promise((done) => setTimeout(done, 60));
    const now = await read();
    same = now === before ? same + 1 : 0;
    before = now;
  }
  return before;
}

for (const { host, mode, ...rest } of hosts) {
  if (!every && !('often' in rest)) continue;
  test.describe(`${host}, in mode ${mode}`, () => {
    test.beforeEach(async ({ page, host: address }) => {
      await page.goto(`${address}${host}.html`);
      await page.locator('iframe').scrollIntoViewIfNeeded();
      await modeOf(page, mode === 'bridge' ? 'frame' : mode);
      await page.mouse.move(500, 500);
      await page.mouse.wheel(0, 700);
      for (let i = 0; i < 5; i += 1) {
        await page.waitForTimeout(120);
        await page.mouse.wheel(0, 20);
      }
      await modeOf(page, mode);
    });

    test('the tabulator reaches every link, and each is seen when it has the focus', async ({ page }) => {
      const links = await storyIn(page).locator('main a[href]:visible').count();
      await storyIn(page)
        .locator('a[href]')
        .first()
        .evaluate((link: HTMLElement) => link.focus());
      const seen = new Set<string>();
      for (let i = 0; i < 120; i += 1) {
        const focused = await storyIn(page)
          .locator('html')
          .evaluate(() => {
            const element = document.activeElement;
            return element && element !== document.body
              ? [...document.querySelectorAll('*')].indexOf(element)
              : -1;
          });
        if (focused < 0) break;
        await expect.poll(() => seenAt(page, ':focus'), { message: `focus ${i}` }).toBeDefined();
        seen.add(String(focused));
        await page.keyboard.press('Tab');
        // Out of the story again: no trap.
        if (await page.evaluate(() => document.activeElement?.tagName !== 'IFRAME')) break;
      }
      expect(seen.size).toBeGreaterThanOrEqual(Math.min(links, 10));
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
    });

    test('a link into the story, the search for a word of its last step and the keys bring on what they should', async ({
      page,
    }) => {
      const root = storyIn(page).locator('html');
      for (const which of ['last', 'first'] as const) {
        const id = await storyIn(page).locator('[data-step]')[which]().getAttribute('id');
        await root.evaluate((_, step) => (location.hash = step ?? ''), id);
        await expect
          .poll(() => seenAt(page, `[id="${id ?? ''}"] .step-card`), { message: which })
          .toBeDefined();
      }

      const id = await storyIn(page).locator('[data-step]').last().getAttribute('id');
      // The search is begun with the keys, in the story or outside.
      await page.keyboard.press('Control+f');
      const words = await storyIn(page)
        .locator('[data-step] .step-card p')
        .last()
        .evaluate((text) => [...(text.firstChild?.textContent ?? '')].slice(0, 8).join(''));
      await storyIn(page)
        .locator('html')
        .evaluate((_, wanted) => {
          getSelection()?.removeAllRanges();
          Reflect.apply(Reflect.get(window, 'find'), window, [wanted]);
        }, words);
      await expect.poll(() => seenAt(page, `[id="${id ?? ''}"] .step-card p`)).toBeDefined();

      // The keys go on and back.
      const place = async () =>
        (await page.evaluate(() => scrollY + (document.querySelector('.pane')?.scrollTop ?? 0))) +
        (await root.evaluate(() => (document.documentElement.dataset.embedMode === 'plain' ? scrollY : 0)));
      await root.evaluate(() => {
        document.body.tabIndex = -1;
        document.body.focus({ preventScroll: true });
      });
      let before = await place();
      for (const [key, way] of [
        ['Space', 1],
        ['Shift+Space', -1],
        ['PageDown', 1],
        ['PageUp', -1],
        ['ArrowDown', 1],
        ['ArrowUp', -1],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(async () => Math.sign((await place()) - before), { message: key }).toBe(way);
        before = await restOf(place);
      }
    });
  });
}
