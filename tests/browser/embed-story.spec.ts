/** The whole story, not one section of it, read through in the host pages that differ most. Only by `npm run test:hosts`: minutes each. */
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, fingerOn, readThrough } from './reading-in-host.js';

test.skip(process.env.HOSTS !== 'all', 'minutes each: by `npm run test:hosts`');
test.describe.configure({ timeout: 600_000 });

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1000, height: 800 } });

  for (const { host, mode, fits } of [
    { host: 'loader', mode: 'frame', fits: 'box' },
    { host: 'loader-clipped', mode: 'bridge', fits: 'frame' },
    { host: 'pym', mode: 'static', fits: 'frame' },
    { host: 'fixed-600', mode: 'plain', fits: undefined },
    { host: 'script-stripped', mode: 'plain', fits: undefined },
  ] as const) {
    test(`${host}: every step of every section, in mode ${mode}`, async ({ page, storyHost }) => {
      await page.goto(`${storyHost}${host}.html`);
      await page.locator('iframe').scrollIntoViewIfNeeded();
      await modeOf(page, mode === 'bridge' ? 'frame' : mode);
      // Where a stage comes into view with its first step, both are wholly seen on less than two hundred pixels of the way.
      const account = await readThrough(page, { notch: 120, rest: 50 });
      await modeOf(page, mode);
      expectRead(account);
      expect(account.steps.length).toBeGreaterThan(40);
      if (fits) expect(Math.abs(account[fits] - account.content), 'empty or cut').toBeLessThan(3);
      if (mode !== 'plain') expect(account.scrollbar).toBe(false);
    });
  }

  test('box-300: every step of every section, page by page', async ({ page, storyHost }) => {
    await page.goto(`${storyHost}box-300.html`);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await expect(storyIn(page).locator('html')).toHaveAttribute('data-stepper', '');
    const next = storyIn(page).locator('button[data-next]').last();
    const account = await readThrough(page, {
      rest: 250,
      scroll: async (by) => {
        if ((await next.getAttribute('aria-disabled')) !== 'true') await next.click();
        else await page.mouse.wheel(0, by);
      },
    });
    expect(account.read).toEqual(account.steps);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('loader: every step of every section, by finger', async ({ page, storyHost }) => {
    await page.goto(`${storyHost}loader.html`);
    await modeOf(page, 'frame');
    const account = await readThrough(page, { rest: 120, notch: 160, scroll: await fingerOn(page) });
    expectRead(account);
    expect(Math.abs(account.box - account.content), 'empty or cut').toBeLessThan(3);
    expect(account.scrollbar).toBe(false);
  });
});
