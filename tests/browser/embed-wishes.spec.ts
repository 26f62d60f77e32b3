/** What a host may say on the wrapper, what becomes of a frame that is moved out of it, and pages that hold nothing but an oEmbed answer. */
import type { Page } from '@playwright/test';
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, readInLongLane, readThrough } from './reading-in-host.js';

test.use({ viewport: { width: 1000, height: 800 } });

/** Most of it only by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';

/** The pasted code with something on its wrapper, into a host whose loader is there. */
async function paste(page: Page, src: string, wishes: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(
    ([address, data]) => {
      const wrapper = document.createElement('div');
      wrapper.className = 'story-embed';
      Object.assign(wrapper.dataset, data);
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: address, title: 'The story', width: '100%', height: '640' });
      wrapper.append(frame);
      document.getElementById('view')?.replaceChildren(wrapper);
    },
    [src, wishes] as const,
  );
}

const boxOf = (page: Page) =>
  page.locator('iframe').evaluate((frame) => {
    const { top, height } = frame.getBoundingClientRect();
    return { top, height };
  });

test.describe('by `npm run test:hosts`', () => {
  test.skip(!every);

  test('data-top: the story stands under a header that can’t be found by looking', async ({
    page,
    host,
    site,
    section,
  }) => {
    await page.goto(`${host}loader-router.html`);
    await page.evaluate(() => {
      const header = document.createElement('header');
      // What lets the pointer through isn't met where one points.
      header.style.cssText =
        'position: fixed; inset: 0 0 auto; height: 64px; background: #ccc; pointer-events: none';
      header.className = 'fixed-header';
      document.body.append(header);
    });
    await paste(page, `${site}embed/${section}/`, { top: '64' });
    await modeOf(page, 'frame');
    await page.evaluate(() => scrollTo(0, 1500));
    await expect.poll(() => boxOf(page)).toEqual({ top: 64, height: 736 });
    await page.evaluate(() => scrollTo(0, 0));
    expectRead(await readThrough(page));
  });

  test('data-mode="plain": the frame keeps its box, and no style of the loader’s', async ({
    page,
    host,
    site,
    section,
  }) => {
    await page.goto(`${host}loader-router.html`);
    await paste(page, `${site}embed/${section}/`, { mode: 'plain' });
    await modeOf(page, 'plain');
    await page.locator('iframe').scrollIntoViewIfNeeded();
    expect((await boxOf(page)).height).toBeGreaterThanOrEqual(640);
    expect(await page.locator('iframe').getAttribute('style')).toBeNull();
    expect(await page.locator('.story-embed').getAttribute('style')).toBeNull();
    expectRead(await readThrough(page));
  });

  test('a frame that is moved out of its wrapper in one piece is let go, and scrolls by itself', async ({
    page,
    host,
    site,
    section,
  }) => {
    await page.goto(`${host}loader-router.html`);
    await paste(page, `${site}embed/${section}/`, {});
    await modeOf(page, 'frame');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      const elsewhere = document.createElement('div');
      document.getElementById('view')?.after(elsewhere);
      Reflect.apply(Reflect.get(elsewhere, 'moveBefore'), elsewhere, [frame, null]);
      document.body.append('x');
    });
    await modeOf(page, 'plain');
    expect((await page.locator('.story-embed').boundingBox())?.height).toBe(0);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    expectRead(await readThrough(page));
  });
});

/** The answer that belongs to the section, its addresses whole, as where the build knows where the site stands. */
async function answerOf(site: string, section: string): Promise<string> {
  const page = `${site}embed/${section}/`;
  const [, link = ''] =
    /application\/json\+oembed" href="([^"]+)"/.exec(await (await fetch(page)).text()) ?? [];
  const address = new URL(link, page).href;
  const { html }: { html: string } = await (await fetch(address)).json();
  return html.replace(/src="([^"]+)"/g, (_, src: string) => `src="${new URL(src, address).href}"`);
}

const hostPage = (html: string) =>
  `<!doctype html><title>A CMS</title><link rel="icon" href="data:,"><h1>Before</h1><div id="slot">${html}</div><p style="height: 1000px">After</p>`;

test('a page into which a CMS has written the oEmbed answer scrolls the story as a part of it', async ({
  page,
  host,
  site,
  section,
}) => {
  const html = await answerOf(site, section);
  await page.goto(`${host}fixed-600.html`);
  await page.setContent(hostPage(html), { waitUntil: 'commit' });
  await modeOf(page, 'frame');
  expectRead(await readInLongLane(page));
});

test('a page into which a script has put the oEmbed answer, so that its script never runs, scrolls it in its box', async ({
  page,
  host,
  site,
  section,
}) => {
  test.skip(!every, 'by `npm run test:hosts`');
  const html = await answerOf(site, section);
  await page.goto(`${host}fixed-600.html`);
  await page.setContent(hostPage(''), { waitUntil: 'commit' });
  await page.evaluate((code) => {
    const slot = document.getElementById('slot');
    if (slot) slot.innerHTML = code;
  }, html);
  await modeOf(page, 'plain');
  expect((await storyIn(page).locator('[data-step]').count()) > 3).toBe(true);
  expectRead(await readThrough(page));
});
