/**
 * One section of the story in each of the host pages of examples/hosts, read to the host's end: every step comes wholly into view,
 * becomes current while it is, with its chart; nothing is cut, nothing empty, nothing scrolls twice, nothing traps.
 */
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, readThrough } from './reading-in-host.js';

test.use({ viewport: { width: 1000, height: 800 } });

/** In every run those that differ most; the rest of them by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';
const often = ['loader-header', 'loader-sandbox', 'pym', 'iframe-resizer-5', 'fixed-600'];
const chosen = (hosts: readonly string[]) => hosts.filter((host) => every || often.includes(host));

/** The wrapper is as tall as what is to be scrolled, the frame as the window: so nothing is cut and nothing empty. */
for (const host of chosen([
  'loader',
  'loader-header',
  'loader-pane',
  'loader-late',
  'loader-sandbox',
  'loader-twice',
  'loader-csp',
  'loader-bare',
  'loader-frozen',
])) {
  test(`${host}: the story scrolls as part of the page`, async ({ page, host: hosts }) => {
    await page.goto(`${hosts}${host}.html`);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await modeOf(page, 'frame');
    const account = await readThrough(page, { places: true });
    expectRead(account);
    expect(Math.abs(account.box - account.content), 'empty or cut').toBeLessThan(2);
    expect(account.off, 'elsewhere than the host').toBeLessThan(2);
    expect(account.scrollbar).toBe(false);
  });
}

test('loader-clipped: the frame stands at full height and its graphics are kept in view', async ({
  page,
  host,
}) => {
  await page.goto(`${host}loader-clipped.html`);
  await modeOf(page, 'frame');
  const account = await readThrough(page);
  await modeOf(page, 'bridge');
  expectRead(account);
  expect(Math.abs(account.frame - account.content), 'empty or cut').toBeLessThan(2);
  expect(account.scrollbar).toBe(false);
});

for (const host of chosen([
  'pym',
  'iframe-resizer-4',
  'iframe-resizer-5',
  'newswire-frames',
  'amp-style',
  'datawrapper-style',
  'iframe-resize',
])) {
  test(`${host}: the frame gets its full height, a picture under each step`, async ({
    page,
    host: hosts,
  }) => {
    await page.goto(`${hosts}${host}.html`);
    await modeOf(page, 'static');
    const account = await readThrough(page);
    expectRead(account);
    expect(Math.abs(account.frame - account.content), 'empty or cut').toBeLessThan(3);
    expect(account.scrollbar).toBe(false);
  });
}

for (const host of chosen(['fixed-600', 'wordpress', 'script-stripped'])) {
  test(`${host}: the story scrolls in its box, and lets the page go on at its end`, async ({
    page,
    host: hosts,
  }) => {
    await page.goto(`${hosts}${host}.html`);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await modeOf(page, 'plain');
    // A wheel's own notch: in so low a box a step of a line or two is passed by a longer one.
    expectRead(await readThrough(page, { notch: 120 }));
  });
}

test('box-300: the story turns its pages', async ({ page, host }) => {
  await page.goto(`${host}box-300.html`);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(storyIn(page).locator('html')).toHaveAttribute('data-stepper', '');
  const next = storyIn(page).locator('button[data-next]').last();
  const account = await readThrough(page, {
    rest: 250,
    scroll: async () => {
      if ((await next.getAttribute('aria-disabled')) !== 'true') await next.click();
      else await page.mouse.wheel(0, 400);
    },
  });
  expect(account.read).toEqual(account.steps);
  // The box is a matter of its buttons: a wheel over it belongs to the host.
  await page.mouse.move(500, 100);
  await page.mouse.wheel(0, 5000);
  await expect
    .poll(() => page.evaluate(() => scrollY + innerHeight >= document.body.scrollHeight - 2))
    .toBe(true);
});

test.describe('sandbox-without-scripts', () => {
  test.use({ expected: /^Blocked script execution/ });

  test('the story is a plain document', async ({ page, host }) => {
    await page.goto(`${host}sandbox-without-scripts.html`);
    const steps = storyIn(page).locator('[data-step]');
    for (const step of await steps.all()) {
      await step.scrollIntoViewIfNeeded();
      await expect(step).toBeInViewport();
    }
    expect(await steps.count()).toBeGreaterThan(3);
  });
});

if (every)
  test('loader-two: both embeds of a page are read', async ({ page, host }) => {
    await page.goto(`${host}loader-two.html`);
    await modeOf(page, 'frame');
    const last = page.locator('#after');
    expect((await readThrough(page, { which: 0 })).read.length).toBeGreaterThan(3);
    await expect(last).toBeInViewport();
    await page.evaluate(() => scrollTo(0, 0));
    await modeOf(page, 'frame', 1);
    expectRead(await readThrough(page, { which: 1 }));
  });

test('loader-router: an embed that comes and goes leaves nothing behind', async ({ page, host }) => {
  await page.goto(`${host}loader-router.html`);
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  for (const round of [1, 2]) {
    await page.evaluate(() => (location.hash = 'story'));
    await modeOf(page, 'frame');
    if (round === 2) expectRead(await readThrough(page));
    await page.evaluate(() => (location.hash = ''));
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
  }
});

for (const name of ['loader-bare', 'loader']) {
  test(`${name}: a frame that a script takes away by itself leaves no room behind`, async ({
    page,
    host,
  }) => {
    await page.goto(`${host}${name}.html`);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await modeOf(page, 'frame');
    const standing = () =>
      page.evaluate(() => ({
        tall: document.documentElement.scrollHeight > 3 * window.innerHeight,
        styled: [...document.querySelectorAll<HTMLElement>('div')].filter((each) => each.style.height !== '')
          .length,
        // The host's own element stays, empty as it may be.
        ours: [...document.querySelectorAll('div')].filter(
          (each) => each.childNodes.length === 0 && each.className === '',
        ).length,
      }));
    await expect.poll(standing).toEqual({ tall: true, styled: 1, ours: 0 });
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await page.mouse.wheel(0, 100);
    await expect.poll(standing).toEqual({ tall: false, styled: 0, ours: 0 });
  });
}
