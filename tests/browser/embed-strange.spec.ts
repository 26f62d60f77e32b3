/**
 * Hosts that do to a frame what none should: they move their page without scrolling it, show it larger, cap it, size it by itself,
 * print it, put their own functions in the place of the browser's, hold scripts back. Either the story is part of the page there, or
 * the box that it is without the loader: read to its end, over nothing of the host's.
 */
import type { Page } from '@playwright/test';
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, readInLongLane, readThrough } from './reading-in-host.js';
import { shortOf } from './walk-host.js';

test.use({ viewport: { width: 1000, height: 800 } });

/** In every run those that differ most; the rest of them by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';
const often = ['loader-zoom', 'loader-capped', 'loader-patched'];
const chosen = (hosts: readonly string[]) => hosts.filter((host) => every || often.includes(host));

/** Where the frame, its box and the text after it stand, in px of the window. */
const placesOf = (page: Page) =>
  page.evaluate(() => {
    const rect = (element: Element | null) => {
      const { top = 0, bottom = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      return { top, bottom, width, height };
    };
    const frame = document.querySelector('iframe');
    return {
      frame: rect(frame),
      box: rect(frame?.parentElement ?? null),
      after: rect(document.querySelector('#after')?.parentElement ?? null),
      style: frame?.getAttribute('style') ?? '',
    };
  });

for (const host of chosen([
  'loader-zoom',
  'loader-narrow',
  'loader-patched',
  'loader-module',
  'loader-delayed',
])) {
  test(`${host}: the story scrolls as part of the page`, async ({ page, host: hosts }) => {
    await page.goto(`${hosts}${host}.html`);
    await page.mouse.move(500, 100);
    await page.mouse.wheel(0, 1);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await modeOf(page, 'frame');
    const account = await readThrough(page, { places: host !== 'loader-zoom' });
    expectRead(account);
    const { frame, after, box } = await placesOf(page);
    expect(Math.abs(frame.height - 800), 'as high as the window').toBeLessThan(2);
    expect(frame.width).toBeGreaterThan(900);
    expect(after.top).toBeGreaterThanOrEqual(box.bottom - 1);
    const scale = host === 'loader-zoom' ? 1.25 : 1;
    expect(Math.abs(account.box - account.content * scale), 'empty or cut').toBeLessThan(2 * scale);
  });
}

for (const host of chosen(['loader-ratio', 'loader-aspect', 'loader-capped'])) {
  test(`${host}: the story scrolls in the room that it has, over nothing of the host’s`, async ({
    page,
    host: hosts,
  }) => {
    await page.goto(`${hosts}${host}.html`);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await modeOf(page, 'plain');
    expectRead(await readInLongLane(page));
    const { frame, after } = await placesOf(page);
    expect(after.top).toBeGreaterThanOrEqual(frame.bottom - 1);
    expect(frame.height).toBeGreaterThan(480);
    expect(frame.height).toBeLessThan(660);
  });
}

test('loader-transform: where nothing scrolls the story scrolls in its box', async ({ page, host }) => {
  await page.goto(`${host}loader-transform.html`);
  await modeOf(page, 'frame');
  // Over the text, and then over whatever has come under the pointer.
  await page.mouse.move(500, 400);
  for (let i = 0; i < 10; i += 1) {
    await page.mouse.wheel(0, 100);
    await page.waitForTimeout(30);
  }
  await modeOf(page, 'plain');
  expect((await placesOf(page)).frame.height).toBe(640);
  // The rest of the way beside the frame, which keeps the wheel that is turned over it.
  await page.mouse.move(50, 400);
  for (let i = 0; i < 20 && (await placesOf(page)).frame.top > 80; i += 1) await page.mouse.wheel(0, 40);
  await storyIn(page)
    .locator('html')
    .evaluate(() => scrollTo(0, 0));
  const missing = shortOf(await readThrough(page)).filter((each) => !each.startsWith('the host'));
  expect(missing).toEqual([]);
  await page.mouse.move(50, 400);
  await page.mouse.wheel(0, 5000);
  await expect(page.locator('#after')).toBeInViewport();
});

test('loader-smoothed: where the page follows its scroll later the story scrolls in its box', async ({
  page,
  host,
}) => {
  test.skip(!every, 'by `npm run test:hosts`');
  await page.goto(`${host}loader-smoothed.html`);
  await modeOf(page, 'frame');
  await page.mouse.move(500, 400);
  for (let i = 0; i < 12; i += 1) {
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(120);
  }
  await modeOf(page, 'plain');
  // To where the box is in the middle of the window.
  await page.evaluate(() =>
    scrollTo(0, (document.querySelector<HTMLElement>('.story-embed')?.offsetTop ?? 0) - 80),
  );
  await storyIn(page)
    .locator('html')
    .evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(1500);
  expectRead(await readThrough(page, { rest: 400 }));
});

/** What a host's style may do to the box: whether the story keeps its room there, or is the box that it was. */
const against: readonly (readonly [string, string, 'frame' | 'plain'])[] = [
  ['a capped wrapper', '.story-embed { max-height: 600px }', 'frame'],
  ['a wrapper that cuts', '.story-embed { overflow: hidden; height: 600px }', 'frame'],
  ['a wrapper of fixed height', '.story-embed { height: 600px !important }', 'frame'],
  ['a wrapper with a transition', '.story-embed { transition: all 2s }', 'frame'],
  ['a padded wrapper', '.story-embed { box-sizing: border-box; padding: 40px }', 'frame'],
  ['a wrapper of given proportions', '.story-embed { aspect-ratio: 16 / 9; max-height: 50vh }', 'frame'],
  ['a column that shrinks', '#view { display: flex; flex-direction: column; height: 700px }', 'plain'],
  ['a grid with a row', '#view { display: grid; grid-template-rows: 700px }', 'plain'],
  ['a part of limited height', '#view { max-height: 650px }', 'plain'],
  ['a part that cuts', '#view { height: 650px; overflow: hidden }', 'plain'],
  ['a contained part', '#view { contain: size; height: 650px }', 'plain'],
  ['a part of given proportions', '#view { aspect-ratio: 16 / 11; min-height: 0 }', 'plain'],
  [
    'an absolute part',
    '.column { position: relative } #view { position: absolute } #view + * { margin-top: 700px }',
    'plain',
  ],
  ['a page as high as the window', 'html, body, main { height: 100% }', 'frame'],
  ['content that is laid out when it comes', '.column > * { content-visibility: auto }', 'frame'],
  ['a sidebar', 'main { display: grid; grid-template-columns: 1fr 15rem }', 'frame'],
];

for (const [what, css, mode] of against) {
  if (!every && what !== 'a part of limited height' && what !== 'a sidebar') continue;
  test(`${what}: ${mode === 'frame' ? 'the story has its room' : 'the frame is a box'}`, async ({
    page,
    host,
    site,
    section,
  }) => {
    await page.goto(`${host}loader-router.html`);
    await page.addStyleTag({ content: css });
    await page.evaluate((src) => {
      const wrapper = document.createElement('div');
      wrapper.className = 'story-embed';
      const frame = document.createElement('iframe');
      Object.assign(frame, { src, title: 'The story', width: '100%', height: '640' });
      wrapper.append(frame);
      document.getElementById('view')?.replaceChildren(wrapper);
    }, `${site}embed/${section}/`);
    await modeOf(page, mode);
    await page.mouse.move(300, 100);
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(400);
    await modeOf(page, mode);
    const { frame, box, after } = await placesOf(page);
    const content = await storyIn(page)
      .locator('html')
      .evaluate((root) => root.getBoundingClientRect().height);
    if (mode === 'frame') {
      expect(box.height, 'the story’s length').toBeGreaterThan(content - 2);
      expect(box.height).toBeLessThan(content + 82);
    } else expect(frame.height).toBeLessThan(701);
    if (what !== 'a sidebar')
      expect(after.top).toBeGreaterThanOrEqual(Math.min(box.bottom, frame.bottom) - 1);
  });
}

test('preview: a window that is as high as what is in it does not grow', async ({ page, host }) => {
  await page.goto(`${host}preview.html`);
  const story = page.frameLocator('iframe').frameLocator('iframe');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(story.locator('html')).toHaveAttribute('data-embed-mode', 'plain');
  const height = () => page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);
  await page.waitForTimeout(1000);
  expect(await height()).toBeLessThan(1000);
  await page.mouse.move(500, 400);
  for (let i = 0; i < 60; i += 1) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(30);
  }
  await expect(page.locator('#after')).toBeInViewport();
  expect(await height()).toBeLessThan(1000);
});

test('loader-bundled: a loader that isn’t from the story says so once, and the frame is a box', async ({
  page,
  host,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()} ${message.text()}`));
  await page.goto(`${host}loader-bundled.html`);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await modeOf(page, 'plain');
  expect(said).toEqual([expect.stringMatching(/^warning story-embed: .*from http:\/\/127\.0\.0\.1/)]);
  expect((await placesOf(page)).style).toBe('');
  if (every) expectRead(await readThrough(page));
});

for (const host of ['loader', 'loader-clipped']) {
  if (!every && host !== 'loader') continue;
  test(`${host}, printed: the story is its name and address, on no sheet of its own, and read on afterwards`, async ({
    page,
    host: hosts,
    site,
  }) => {
    const sheets = async () => (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    await page.goto(`${hosts}${host}.html`);
    const without = await page.evaluate(() => document.querySelector('.story-embed')?.remove()).then(sheets);
    await page.goto(`${hosts}${host}.html`);
    await modeOf(page, 'frame');
    await page.mouse.move(500, 500);
    for (let i = 0; i < 10; i += 1) {
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(60);
    }
    const read = () =>
      Promise.all([
        page.evaluate(() => [scrollY, document.querySelector('iframe')?.getBoundingClientRect().height]),
        storyIn(page)
          .locator('html')
          .evaluate((root) => [scrollY, root.dataset.embedMode]),
      ]);
    expect(await sheets()).toBeLessThanOrEqual(without + 1);
    // This browser has laid the host out for paper before it says so: how far it was scrolled is only kept roughly.
    await expect.poll(async () => (await placesOf(page)).box.height).toBeGreaterThan(1000);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1500);
    await page.waitForTimeout(500);
    const before = await read();
    // As it lies on the sheet.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await page.locator('iframe').scrollIntoViewIfNeeded();
    expect((await placesOf(page)).frame.height).toBe(240);
    const story = storyIn(page);
    expect(
      await story.locator('html').evaluate(() => [scrollY, document.documentElement.scrollHeight]),
    ).toEqual([0, 240]);
    const address = await story.locator('h1').evaluate((name) => getComputedStyle(name, '::after').content);
    expect(address).toContain(site);
    for (const part of ['h1', '.embed-foot p >> nth=0'])
      await expect(story.locator(part)).toBeInViewport({ ratio: 1 });
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(read).toEqual(before);
  });
}

test('a page of the story’s own site that measures the frame for itself does not make it grow', async ({
  page,
  site,
  section,
}) => {
  await page.route(`${site}measures.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<link rel="icon" href="data:,"><iframe src="embed/${section}/" title="The story" width="800" height="640"></iframe>
        <script>
          const frame = document.querySelector('iframe');
          const measure = () => (frame.height = frame.contentDocument.documentElement.scrollHeight);
          frame.onload = () => setInterval(measure, 300);
        </script>`,
    }),
  );
  await page.goto(`${site}measures.html`);
  await modeOf(page, 'static');
  await expect(storyIn(page).locator('.section-body[data-flat]')).toBeAttached();
  await page.waitForTimeout(1500);
  const [height, content] = await Promise.all([
    page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height),
    storyIn(page)
      .locator('html')
      .evaluate((root) => root.getBoundingClientRect().height),
  ]);
  expect(Math.abs(height - content)).toBeLessThan(6);
  expect(height).toBeLessThan(12_000);
});
