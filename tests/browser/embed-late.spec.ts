/**
 * A host's script that answers late: the story is read already, in its box or at its full height, when it learns that it can be shown
 * better. It changes once, and the reader goes on at the same words.
 */
import type { Page } from '@playwright/test';
import { expect, modeOf, storyIn, test } from './hosts.js';
import { seenAt } from './seen-in-host.js';

test.use({ viewport: { width: 1000, height: 800 } });

/** In every run one of them; the rest by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';

/** Reads on, however the story is shown, until its third step is current. */
async function readToThird(page: Page): Promise<string> {
  const steps = storyIn(page).locator('[data-step]');
  const third = (await steps.nth(2).getAttribute('id')) ?? '';
  const current = storyIn(page).locator('[aria-current="step"]');
  const next = storyIn(page).locator('.stepper [data-next]');
  await page.mouse.move(500, 500);
  for (
    let i = 0;
    i < 60 && (await current.getAttribute('id', { timeout: 200 }).catch(() => '')) !== third;
    i += 1
  ) {
    if (await next.count()) await next.click();
    else await page.mouse.wheel(0, 60);
    await page.waitForTimeout(100);
  }
  for (let i = 0; i < 30 && (await seenAt(page, `[id="${third}"] .step-card`)) === undefined; i += 1) {
    await page.mouse.wheel(0, 20);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(600);
  expect(await current.getAttribute('id')).toBe(third);
  return third;
}

/** Every step that was current from now on, for so many ms. */
async function currentFor(page: Page, time: number): Promise<readonly string[]> {
  return storyIn(page)
    .locator('html')
    .evaluate(
      (_, given) =>
        new Promise<string[]>((resolve) => {
          const seen = new Set<string>();
          const look = () => {
            const id = document.querySelector('[aria-current="step"]')?.id;
            if (id) seen.add(id);
          };
          look();
          const watching = new MutationObserver(look);
          watching.observe(document.body, { subtree: true, attributeFilter: ['aria-current'] });
          setTimeout(() => {
            watching.disconnect();
            resolve([...seen]);
          }, given);
        }),
      time,
    );
}

const loaderComes = (site: string) => (page: Page) =>
  page.evaluate((src) => {
    const script = document.createElement('script');
    script.src = src;
    document.body.append(script);
  }, `${site}embed.js`);

const resizerComes = (file: string) => async (page: Page) => {
  await page.evaluate(() => document.querySelector('iframe')?.setAttribute('id', 'story'));
  await page.addScriptTag({ url: `peers/${file}` });
  await page.addScriptTag({ url: 'iframe-resizer-host.js' });
};

for (const { name, host, first, then, often = false, comes, kept } of [
  {
    name: 'the loader, to a box',
    host: 'fixed-600',
    first: 'plain',
    then: 'frame',

    kept: 4,
    comes: loaderComes,
  },
  { name: 'the loader, to a stepper', host: 'box-300', first: 'plain', then: 'frame', comes: loaderComes },
  {
    name: 'the loader, to pym’s frame',
    host: 'pym',
    first: 'static',
    then: 'frame',
    often: true,
    kept: 4,
    comes: loaderComes,
  },
  {
    name: 'the loader, to an amp frame',
    host: 'amp-style',
    first: 'static',
    then: 'frame',
    kept: 4,
    comes: loaderComes,
  },
  {
    name: 'iframe-resizer, to a box',
    host: 'fixed-600',
    first: 'plain',
    then: 'static',

    comes: () => resizerComes('iframeResizer.min.js'),
  },
] as const) {
  if (!every && !often) continue;
  test(`${name}: the reader stays at the same words`, async ({ page, host: hosts, site }) => {
    await page.goto(`${hosts}${host}.html`);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await modeOf(page, first);
    // So far that the box stands in the middle of the window.
    if (first === 'plain')
      await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView({ block: 'center' }));
    const step = await readToThird(page);
    const card = `[id="${step}"] .step-card`;
    const before = await seenAt(page, card);
    await comes(site)(page);
    await modeOf(page, then);
    // The frame is laid out anew once it has its new size.
    await page.waitForTimeout(300);
    expect(await currentFor(page, 2000)).toEqual([step]);
    await expect.poll(() => seenAt(page, card)).toBeDefined();
    const after = await seenAt(page, card);
    if (kept !== undefined)
      expect(Math.abs((after ?? 0) - (before ?? 0)), 'px on the screen').toBeLessThan(kept);
    // And it can be read on.
    const next = storyIn(page).locator('[data-step]').nth(3);
    for (let i = 0; i < 12 && (await next.getAttribute('aria-current')) === null; i += 1) {
      await page.mouse.wheel(0, 150);
      await page.waitForTimeout(150);
    }
    await expect(next).toHaveAttribute('aria-current', 'step');
  });
}

test('a place of the host from before the story’s own wish is not taken', async ({ page, host }) => {
  await page.goto(`${host}loader.html`);
  await modeOf(page, 'frame');
  const root = storyIn(page).locator('html');
  const last = (await storyIn(page).locator('[data-step]').last().getAttribute('id')) ?? '';
  await root.press('Shift');
  await root.evaluate((_, id) => (location.hash = id), last);
  await expect.poll(() => seenAt(page, `[id="${last}"] .step-card`)).toBeDefined();
  const place = await root.evaluate(() => scrollY);
  // On its way while the wish was made: it knows of none.
  await page.evaluate(() =>
    window.frames[0]?.postMessage({ ns: 'story-embed', v: 1, type: 'scroll', y: 0, n: 0 }, '*'),
  );
  await page.waitForTimeout(300);
  expect(await root.evaluate(() => scrollY)).toBe(place);
});
