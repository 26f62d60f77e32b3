#!/usr/bin/env node
/**
 * Measures the cost of editing as CPU time of the page's main thread, which does not depend on other load on the machine: each
 * animation frame of a drag among many sections, and the time from a drop to the updated preview. Fails if a budget is exceeded.
 *
 *   npm run bench:edit
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from '@playwright/test';
import { max, median } from 'd3';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';
import { freshSite } from './site.mjs';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

/** Budgets in ms of the main thread: for one animation frame of a drag, and for a drop. */
const budget = { drag: 4, drop: 50 };

/** A story's folder in the format of the build's `files.json`. @param {string} folder */
function filesAnswer(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile() && /\.(ya?ml|csv|txt)$/.test(path));
  const entries = paths.map((path) => [
    relative(folder, path),
    { text: readFileSync(path, 'utf8'), sha256: '' },
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

/**
 * Opens the editing page with another story than the build's own.
 * @param {Browser} browser
 * @param {string} url address of the built site
 * @param {string} folder the story's folder
 */
async function open(browser, url, folder) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.route('**/edit/files.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: filesAnswer(folder) }),
  );
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  await page.goto(`${url}edit/`);
  await page
    .frameLocator('iframe')
    .locator('[data-section]')
    .nth(10)
    .waitFor({ state: 'attached', timeout: 240_000 });
  await page.locator('[data-problems="0"]').waitFor({ state: 'attached', timeout: 240_000 });
  await page.waitForTimeout(3000);
  const cost = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (/** @type {string} */ name) => {
      const metric = metrics.find((each) => each.name === name);
      // Without this error, a missing metric would count as 0, which is within budget.
      if (!metric) throw new Error(`the browser doesn't measure ${name}`);
      return metric.value * 1000;
    };
    return of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration');
  };
  return { page, cost };
}

/** @param {Page} page */
const nextFrame = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** @param {readonly number[]} costs */
function spread(costs) {
  const [middle = NaN, worst = NaN] = [median(costs), max(costs)];
  return { median: middle, worst, times: costs.length };
}

/** @param {Browser} browser @param {string} url */
async function dragFrame(browser, url) {
  const { page, cost } = await open(browser, url, '.story/many');
  const count = await page.locator('[data-row]').count();
  const handle = page.locator('[data-handle]').nth(3);
  // Scrolled into view, away from the edges, where the list would scroll.
  await handle.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await handle.boundingBox();
  if (!box) throw new Error('the fourth section has no grip to drag it by');
  await page.mouse.move(box.x + 8, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 8, box.y + 40, { steps: 3 });
  await page.locator('[data-carried]').waitFor();
  await page.waitForTimeout(300);
  // Moves back and forth in the middle of the list, where nothing scrolls: one move per frame, and each frame measured
  // separately.
  const frames = [];
  for (let i = 0; i < 240; i += 1) {
    const before = await cost();
    await page.mouse.move(box.x + 8, box.y + 40 + 100 * Math.abs(((i / 30) % 2) - 1));
    await nextFrame(page);
    frames.push((await cost()) - before);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.close();
  return { count, ...spread(frames) };
}

/** @param {Browser} browser @param {string} url */
async function drop(browser, url) {
  const { page, cost } = await open(browser, url, '.story/twenty');
  const count = await page.locator('[data-row]').count();
  const preview = page.frames().find((frame) => frame.url().includes('/preview/'));
  if (!preview) throw new Error('the editing page shows no preview');
  await preview.evaluate(() => {
    for (const chart of document.querySelectorAll('.c-chart')) chart.setAttribute('data-was-here', '');
  });
  const costs = [];
  for (let i = 0; i < 20; i += 1) {
    await page.locator('[data-handle]').nth(4).focus();
    await page.waitForTimeout(700);
    const before = await cost();
    await page.keyboard.press(i % 2 ? 'PageUp' : 'PageDown');
    await nextFrame(page);
    costs.push((await cost()) - before);
  }
  const recreated = await preview.locator('.c-chart:not([data-was-here])').count();
  await page.close();
  return { count, ...spread(costs), recreated };
}

/** @param {{ median: number, worst: number }} costs */
const told = ({ median, worst }) => `median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`;

const { url, close } = await serve(freshSite(), 0);
const browser = await chromium.launch(launchOptions());
try {
  const drag = await dragFrame(browser, url);
  console.log(
    `drag among ${drag.count} sections: ${told(drag)} a frame of script, style and layout, ${drag.times} frames (budget ${budget.drag})`,
  );
  const dropped = await drop(browser, url);
  console.log(
    `drop to preview, ${dropped.count} sections: ${told(dropped)}, ${dropped.times} drops (budget ${budget.drop}); charts drawn anew: ${dropped.recreated}`,
  );
  if (drag.median > budget.drag || dropped.median > budget.drop || dropped.recreated > 0)
    process.exitCode = 1;
} finally {
  await browser.close();
  await close();
}
