/**
 * Frames whose height the host leaves to the browser (`frame-sizing`, which Chromium knows): as tall as the story without any
 * script in the host, and without any in the frame.
 */
import type { Page } from '@playwright/test';
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, readInLongLane } from './reading-in-host.js';

test.use({ viewport: { width: 1000, height: 800 } });

/** In every run what differs most; the rest by `npm run test:hosts`. */
const every = process.env.HOSTS === 'all';

const frameHeight = (page: Page) =>
  page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height);
const contentHeight = (page: Page) =>
  storyIn(page)
    .locator('html')
    .evaluate((root) => root.getBoundingClientRect().height);

/** By how many px the frame is taller than its content. */
const spare = async (page: Page) => (await frameHeight(page)) - (await contentHeight(page));

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(storyIn(page).locator('.embed-foot')).toBeAttached();
}

async function expectSized(page: Page): Promise<void> {
  await expect.poll(() => spare(page).then(Math.abs), { message: 'empty or cut' }).toBeLessThan(2);
}

for (const host of every ? ['frame-sizing', 'frame-sizing-csp'] : ['frame-sizing-csp']) {
  test(`${host}: the frame is as tall as the story, a picture under each step`, async ({
    page,
    host: hosts,
  }) => {
    await open(page, `${hosts}${host}.html`);
    await modeOf(page, 'static');
    await expectSized(page);
    const account = await readInLongLane(page);
    expectRead(account);
    if (!account) return;
    expect(Math.abs(account.frame - account.content), 'empty or cut').toBeLessThan(2);
    expect(account.scrollbar).toBe(false);
  });
}

test('the frame follows the width of its host, and comes to rest', async ({ page, host }) => {
  await open(page, `${host}frame-sizing.html`);
  await modeOf(page, 'static');
  await expectSized(page);
  const heights = [await frameHeight(page)];
  for (const width of [390, 1200]) {
    await page.setViewportSize({ width, height: 800 });
    await expectSized(page);
    heights.push(await frameHeight(page));
  }
  expect(new Set(heights).size).toBe(heights.length);
  await storyIn(page)
    .locator('html')
    .evaluate((root) => root.style.setProperty('font-size', '150%'));
  await expect.poll(() => frameHeight(page)).toBeGreaterThan((heights[2] ?? 0) * 1.2);
  await expectSized(page);
  // Pictures that are drawn late are asked for in turn; then nothing goes on growing.
  await expect(storyIn(page).locator('.still:not([data-drawn])')).toHaveCount(0);
  await page.waitForTimeout(300);
  const rest = await frameHeight(page);
  await page.waitForTimeout(700);
  expect(await frameHeight(page)).toBe(rest);
  await expectSized(page);
});

test('a graphic’s frame is as tall as the graphic, be it lower than the box', async ({ page, chartHost }) => {
  await open(page, `${chartHost}frame-sizing-chart.html`);
  await modeOf(page, 'static');
  await expectSized(page);
  for (const height of [100, 1000]) {
    await storyIn(page)
      .locator('.lone-stage')
      .evaluate((graphic, px) => (graphic.style.cssText = `height: ${px}px; overflow: hidden`), height);
    await expectSized(page);
    const least = height === 100 ? 320 : 1000;
    expect(await frameHeight(page)).toBeGreaterThanOrEqual(least);
    expect(await frameHeight(page)).toBeLessThan(least + 320);
  }
});

test('the loader knows better: the story scrolls with the page, in a frame of the window’s height', async ({
  page,
  host,
}) => {
  await open(page, `${host}frame-sizing-loader.html`);
  await modeOf(page, 'frame');
  await expect.poll(() => frameHeight(page)).toBe(800);
  const account = await readInLongLane(page, { places: true });
  expectRead(account);
  if (!account) return;
  expect(account.frame).toBe(800);
  expect(Math.abs(account.box - account.content), 'empty or cut').toBeLessThan(2);
  expect(account.off, 'elsewhere than the host').toBeLessThan(2);
  expect(account.scrollbar).toBe(false);
});

test('a host that says so late is followed', async ({ page, host }) => {
  await open(page, `${host}fixed-600.html`);
  await modeOf(page, 'plain');
  await page.locator('iframe').evaluate((frame) => {
    frame.setAttribute('style', 'frame-sizing: content-height; height: auto');
  });
  await modeOf(page, 'static');
  await expectSized(page);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of every ? [1000, 390] : [390]) {
    test(`the story is a plain document at full height, ${width} px wide`, async ({
      page,
      host,
      storyHost,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const each of [host, storyHost]) {
        await open(page, `${each}frame-sizing.html`);
        // A face that comes after `load` is not measured: at the second visit it is there from the start.
        await storyIn(page)
          .locator('html')
          .evaluate(() => document.fonts.ready.then(() => undefined));
        await open(page, `${each}frame-sizing.html`);
        await expectSized(page);
        expect(await frameHeight(page)).toBeGreaterThan(1000);
      }
      expect(await storyIn(page).locator('html').getAttribute('data-embed-mode')).toBeNull();
    });
  }
});
