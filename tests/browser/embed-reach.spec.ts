/**
 * Everything in an embedded story is reached with what a reader has: a finger, keys, the focus, links into the page, the browser's
 * search. And the host is left in peace: nothing of its own shifts, nobody talks when nothing moves.
 */
import type { Page } from '@playwright/test';
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, readThrough } from './reading-in-host.js';

test.use({ viewport: { width: 1000, height: 800 } });

/** The more costly half only by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';

const hostPlace = (page: Page) => page.evaluate(() => Math.round(scrollY));

/** Where an element of the story stands in the host's window; undefined if it isn't wholly to be seen there. */
async function seenAt(page: Page, selector: string): Promise<number | undefined> {
  const frame = await page.locator('iframe').boundingBox();
  const inner = await storyIn(page)
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom };
    });
  const height = page.viewportSize()?.height ?? 0;
  const top = (frame?.y ?? 0) + inner.top;
  const bottom = (frame?.y ?? 0) + inner.bottom;
  return top >= -1 && bottom <= height + 1 ? top : undefined;
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test.skip(!every, 'slow as a hand: by `npm run test:hosts`');

  test('a finger on the story scrolls the page, from its beginning to its end', async ({ page, host }) => {
    await page.goto(`${host}loader.html`);
    await modeOf(page, 'frame');
    const session = await page.context().newCDPSession(page);
    const account = await readThrough(page, {
      rest: 250,
      notch: 200,
      scroll: async (by) => {
        const touch = (type: 'touchStart' | 'touchMove', y: number) =>
          session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: 195, y }] });
        await touch('touchStart', 600);
        for (let way = 20; way <= by; way += 20) await touch('touchMove', 600 - way);
        // A finger that rests before it lifts doesn't fling.
        await page.waitForTimeout(150);
        await touch('touchMove', 600 - by);
        await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      },
    });
    expectRead(account);
    expect(Math.abs(account.box - account.content)).toBeLessThan(2);
  });
});

for (const { host, mode } of [
  { host: 'loader', mode: 'frame' },
  { host: 'loader-clipped', mode: 'bridge' },
] as const) {
  test.describe(`in mode ${mode}`, () => {
    test.beforeEach(async ({ page, host: hosts }) => {
      await page.goto(`${hosts}${host}.html`);
      await modeOf(page, 'frame');
      await page.mouse.move(500, 500);
      await page.mouse.wheel(0, 1100);
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
        await page.waitForTimeout(40);
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

    test('a link into the story and the search for a word of its last step bring it into view', async ({
      page,
    }) => {
      const root = storyIn(page).locator('html');
      const last = await storyIn(page).locator('[data-step]').last().getAttribute('id');
      await root.click({ position: { x: 5, y: 200 } });
      await root.evaluate((_, id) => (location.hash = id ?? ''), last);
      await expect.poll(() => seenAt(page, `[id="${last ?? ''}"] .step-card`)).toBeDefined();

      await page.keyboard.press('Control+Home');
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(200);
      await page.keyboard.press('Control+f');
      const words = await storyIn(page)
        .locator('[data-step] .step-card p')
        .last()
        .evaluate((text) => [...(text.firstChild?.textContent ?? '')].slice(0, 8).join(''));
      await root.evaluate((_, wanted) => {
        getSelection()?.removeAllRanges();
        Reflect.apply(Reflect.get(window, 'find'), window, [wanted]);
      }, words);
      await expect.poll(() => seenAt(page, `[id="${last ?? ''}"] .step-card p`)).toBeDefined();
    });

    test('space, page and arrow keys go on and back', async ({ page }) => {
      await storyIn(page)
        .locator('html')
        .click({ position: { x: 5, y: mode === 'bridge' ? 1500 : 300 } });
      let place = await hostPlace(page);
      for (const [key, way] of [
        ['Space', 1],
        ['Shift+Space', -1],
        ['PageDown', 1],
        ['PageUp', -1],
        ['ArrowDown', 1],
        ['ArrowUp', -1],
      ] as const) {
        await page.keyboard.press(key);
        await page.waitForTimeout(400);
        const now = await hostPlace(page);
        expect(Math.sign(now - place), key).toBe(way);
        place = now;
      }
    });
  });
}

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

test('nothing of the host shifts after the frame has come, and nobody talks when nothing moves', async ({
  page,
  host,
}) => {
  // Runs in host and story alike.
  await page.addInitScript(() => {
    const heard = { messages: 0, shift: 0 };
    Reflect.set(window, 'heard', heard);
    addEventListener('message', () => (heard.messages += 1));
    if (window.parent !== window) return;
    document.addEventListener(
      'load',
      ({ target }) => {
        if (!(target instanceof HTMLIFrameElement)) return;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) heard.shift += Number(Reflect.get(entry, 'value'));
        }).observe({ type: 'layout-shift' });
      },
      true,
    );
  });
  const told = async () => {
    const [outer, inner] = await Promise.all([
      page.evaluate(() => Reflect.get(window, 'heard')),
      storyIn(page)
        .locator('html')
        .evaluate(() => Reflect.get(window, 'heard')),
    ]);
    return { shift: outer.shift, outer: outer.messages, inner: inner.messages };
  };
  for (const name of every ? ['loader', 'loader-clipped', 'fixed-600', 'script-stripped'] : ['loader']) {
    await page.goto(`${host}${name}.html`);
    await page.mouse.move(500, 500);
    for (let i = 0; i < 8; i += 1) {
      await page.mouse.wheel(0, 250);
      await page.waitForTimeout(100);
    }
    await page.waitForTimeout(1500);
    const before = await told();
    await page.waitForTimeout(2000);
    const after = await told();
    expect([after.outer - before.outer, after.inner - before.inner], `${name} at rest`).toEqual([0, 0]);
    expect(after.outer, 'something was said').toBeGreaterThan(0);
    expect(after.shift, `${name}: shift`).toBeLessThanOrEqual(0.02);
  }
});
