#!/usr/bin/env node
/**
 * Measures the cost of scrolling: the same wheel scroll through the whole page on a throttled CPU, with script and without, in
 * one run. The measurements come from the browser's own trace, and the page without script is the baseline.
 *
 *   npm run bench [-- --rounds 3 --throttle 4 --dir <a build>]
 *
 * Prints per variant: frames, share of frames over 50 ms, 95th percentile of the time between frames, number of long tasks (over
 * 50 ms) and the longest one; then the ratio. It never fails: timings on shared machines are only for reading, ratios for
 * comparing.
 */
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';
import { freshSite } from './site.mjs';

/** @param {string} name @param {string} fallback */
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};
const rounds = Number(option('rounds', '3'));
const throttle = Number(option('throttle', '4'));
/** One notch of a wheel, in px, and the time between two notches, in ms: a reader who skims. */
const notch = 120;
const pause = 40;

/** @typedef {{ name: string, ph: string, ts: number, dur?: number, tid: number, args?: Record<string, unknown> }} TraceEvent */

/**
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 * @throws if nothing was measured, since 0 would look like a good result
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {boolean} script
 */
async function scrollOnce(browser, url, script) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');

  /** @type {TraceEvent[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(.../** @type {TraceEvent[]} */ (/** @type {unknown} */ (value))),
  );
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: [
        'toplevel',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'devtools.timeline.frame',
        'disabled-by-default-devtools.timeline.frame',
      ],
    },
    transferMode: 'ReportEvents',
  });
  await page.mouse.move(195, 700);
  for (let y = 0; y < cssContentSize.height; y += notch) {
    await page.mouse.wheel(0, notch);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await context.close();

  const main = events.find(
    (event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain',
  )?.tid;
  const frames = events
    .filter((event) => event.name === 'DrawFrame')
    .map((event) => event.ts / 1000)
    .sort((a, b) => a - b);
  // Gaps over 250 ms are pauses in which nothing had to be drawn, not slow frames.
  const gaps = frames
    .slice(1)
    .map((at, i) => at - (frames[i] ?? at))
    .filter((gap) => gap < 250);
  const tasks = events
    .filter((event) => event.tid === main && event.name === 'RunTask' && (event.dur ?? 0) > 50_000)
    .map((event) => (event.dur ?? 0) / 1000);
  return { gaps, tasks };
}

const { url, close } = await serve(option('dir', '') || freshSite(), 0);
const browser = await chromium.launch(launchOptions());
try {
  /** @type {Record<'script' | 'none', { gaps: number[], tasks: number[] }>} */
  const measured = { script: { gaps: [], tasks: [] }, none: { gaps: [], tasks: [] } };
  // The variants alternate, so that other load on the machine affects both.
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of /** @type {const} */ (['script', 'none'])) {
      const { gaps, tasks } = await scrollOnce(browser, url, variant === 'script');
      measured[variant].gaps.push(...gaps);
      measured[variant].tasks.push(...tasks);
    }
  }
  /** @param {'script' | 'none'} variant */
  const row = (variant) => {
    const { gaps, tasks } = measured[variant];
    return {
      frames: gaps.length,
      'over 50 ms, %': ((gaps.filter((gap) => gap > 50).length / gaps.length) * 100).toFixed(2),
      'p95 frame, ms': quantile(gaps, 0.95).toFixed(1),
      'long tasks': tasks.length,
      'long tasks in all, ms': tasks.reduce((sum, task) => sum + task, 0).toFixed(0),
      'longest task, ms': Math.max(0, ...tasks).toFixed(0),
    };
  };
  console.log(
    `wheel scroll through the whole page, 390×844, CPU slowed ${throttle}×, ${rounds} rounds turn about`,
  );
  console.table({ 'with script': row('script'), 'without script': row('none') });
  const ratio = quantile(measured.script.gaps, 0.95) / quantile(measured.none.gaps, 0.95);
  console.log(`p95 frame with script : without = ${ratio.toFixed(2)} (aim: 1.5 or less)`);
} finally {
  await browser.close();
  await close();
}
