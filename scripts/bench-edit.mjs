#!/usr/bin/env node
/**
 * What editing costs, by the browser's own metrics (processor time of the page's thread, so that a busy machine colours nothing):
 * a drag among many sections, a frame; and from a drop to the preview. Fails over budget.
 *
 *   node scripts/run.mjs scripts/generated-story.ts .story/many 200
 *   node scripts/run.mjs scripts/generated-story.ts .story/twenty 20
 *   npm run build && node scripts/bench-edit.mjs
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';

const budget = { drag: 4, drop: 50 };

/** A folder as the build's `files.json`. */
function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile() && /\.(ya?ml|csv|txt)$/.test(path));
  const entries = paths.map((path) => [
    relative(folder, path),
    { text: readFileSync(path, 'utf8'), sha256: '' },
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

async function open(browser, url, folder) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.route('**/edit/files.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: filesOf(folder) }),
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
    const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    return of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration');
  };
  return { page, cost };
}

async function dragFrame(browser, url) {
  const { page, cost } = await open(browser, url, '.story/many');
  const count = await page.locator('[data-row]').count();
  const handle = page.locator('[data-handle]').nth(3);
  const box = await handle.boundingBox();
  await page.mouse.move(box.x + 8, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 8, box.y + 40, { steps: 3 });
  await page.locator('[data-carried]').waitFor();
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    window.frames_ = 0;
    const count = () => {
      window.frames_ += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const before = await cost();
  // Back and forth in the middle of the list, where nothing scrolls.
  for (let i = 0; i < 240; i += 1)
    await page.mouse.move(box.x + 8, box.y + 40 + 100 * Math.abs(((i / 30) % 2) - 1));
  const spent = (await cost()) - before;
  const frames = await page.evaluate(() => window.frames_);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.close();
  return { count, frames, spent, each: spent / frames };
}

async function drop(browser, url) {
  const { page, cost } = await open(browser, url, '.story/twenty');
  const count = await page.locator('[data-row]').count();
  const preview = page.frames().find((frame) => frame.url().includes('/preview/'));
  await preview.evaluate(() => {
    for (const chart of document.querySelectorAll('.c-chart')) chart.setAttribute('data-was-here', '');
  });
  const costs = [];
  for (let i = 0; i < 10; i += 1) {
    await page.locator('[data-handle]').nth(4).focus();
    await page.waitForTimeout(700);
    const before = await cost();
    await page.keyboard.press(i % 2 ? 'PageUp' : 'PageDown');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    costs.push((await cost()) - before);
  }
  const recreated = await preview.locator('.c-chart:not([data-was-here])').count();
  await page.close();
  costs.sort((a, b) => a - b);
  return { count, median: costs[5], worst: costs.at(-1), recreated };
}

const { url, close } = await serve('build', 0);
const browser = await chromium.launch(launchOptions());
try {
  const drag = await dragFrame(browser, url);
  console.log(
    `drag among ${drag.count} sections: ${drag.each.toFixed(2)} ms a frame of script, style and layout (${drag.frames} frames; budget ${budget.drag})`,
  );
  const { count, median, worst, recreated } = await drop(browser, url);
  console.log(
    `drop to preview, ${count} sections: median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms (budget ${budget.drop}); charts drawn anew: ${recreated}`,
  );
  if (drag.each > budget.drag || median > budget.drop || recreated > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await close();
}
