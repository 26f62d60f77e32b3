#!/usr/bin/env node
/**
 * Measures what reading the story costs: serves the build (after rebuilding it if the sources have changed), scrolls it to the
 * end on a phone and on a wide screen, prints the results and fails if a budget is exceeded. It compresses responses itself, so
 * that no server's settings affect the results.
 *
 *   npm run size
 *
 * It knows the budgets, and nothing about how the page keeps to them.
 */
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { sum } from 'd3';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';
import { freshSite } from './site.mjs';

/** @typedef {{ name: 'phone' | 'wide', width: number, height: number }} Screen in CSS px */
/** @typedef {{ value: number, movers: readonly string[] }} Shift a layout shift, and the elements that moved */
/** @typedef {{ kind: 'script' | 'html' | 'other', bytes: number }} Weight of a body, gzipped */
/** The fields of Chromium's layout-shift entries, which the DOM's types lack. */
/** @typedef {{ node: Node | null, previousRect: DOMRect, currentRect: DOMRect }} ShiftSource */
/** @typedef {PerformanceEntry & { value: number, hadRecentInput: boolean, sources: readonly ShiftSource[] }} ShiftEntry */

/** @type {readonly Screen[]} */
const screens = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'wide', width: 1440, height: 900 },
];

/**
 * A budget holds for every screen or for those that it names.
 * @typedef {Awaited<ReturnType<typeof read>>} Reading
 * @typedef {object} Measure
 * @property {Exclude<keyof Reading, 'shifts'>} key
 * @property {string} label
 * @property {number} digits
 * @property {number | Partial<Record<Screen['name'], number>>} [budget]
 */

/** Budgets in kilobytes of 1000 bytes, gzipped; the quality notes define them. @type {readonly Measure[]} */
const measures = [
  { key: 'scriptAtLoad', label: 'JavaScript at load, kB gz', digits: 2, budget: { phone: 12 } },
  { key: 'scriptAfterScroll', label: 'JavaScript after whole scroll, kB gz', digits: 2, budget: 80 },
  { key: 'html', label: 'HTML, kB gz', digits: 2, budget: 110 },
  { key: 'requestsAtLoad', label: 'requests at load', digits: 0, budget: 8 },
  { key: 'requests', label: 'requests after whole scroll', digits: 0 },
  { key: 'thirdParty', label: 'third-party requests', digits: 0, budget: 0 },
  { key: 'shift', label: 'layout shift over whole scroll (CLS)', digits: 4, budget: 0.01 },
];

/**
 * Loads the page once on a screen of this size and scrolls it to its end.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {Screen} screen
 */
async function read(browser, url, { width, height }) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  /** @type {string[]} */
  const requests = [];
  /** @type {Promise<Weight>[]} */
  const bodies = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', (response) => bodies.push(weigh(response)));
  // Sums up all layout shifts. CLS does not count those soon after input, but scrolling by wheel is no such input.
  await page.addInitScript(() => {
    /** @type {Shift[]} */
    const shifts = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of /** @type {ShiftEntry[]} */ (list.getEntries())) {
        if (entry.hadRecentInput) continue;
        const movers = entry.sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const where = element?.closest('[id]')?.id ?? '';
          const name = `${element?.tagName.toLowerCase() ?? '?'}.${element?.getAttribute('class') ?? ''}`;
          return `#${where} ${name}: ${Math.round(previousRect.top)} → ${Math.round(currentRect.top)} px`;
        });
        shifts.push({ value: entry.value, movers });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

  await page.goto(url, { waitUntil: 'networkidle' });
  const atLoad = { script: kilobytes(await Promise.all(bodies), 'script'), requests: requests.length };

  await page.mouse.move(width / 2, height / 2);
  let before = -1;
  for (let top = 0; top > before; top = await page.evaluate(() => window.scrollY)) {
    before = top;
    await page.mouse.wheel(0, height * 0.6);
    await page.waitForTimeout(120);
  }
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate(
    () => /** @type {typeof window & { shifts: Shift[] }} */ (window).shifts,
  );
  const weights = await Promise.all(bodies);
  await context.close();
  return {
    scriptAtLoad: atLoad.script,
    scriptAfterScroll: kilobytes(weights, 'script'),
    html: kilobytes(weights, 'html'),
    requestsAtLoad: atLoad.requests,
    requests: requests.length,
    thirdParty: requests.filter((address) => !address.startsWith(url) && !address.startsWith('data:')).length,
    shift: sum(shifts, ({ value }) => value),
    shifts,
  };
}

/** @param {import('@playwright/test').Response} response @returns {Promise<Weight>} */
async function weigh(response) {
  const type = response.headers()['content-type'] ?? '';
  const kind = type.includes('javascript') ? 'script' : type.includes('html') ? 'html' : 'other';
  const body = await response.body().catch(() => Buffer.alloc(0));
  return { kind, bytes: gzipSync(body, { level: 9 }).length };
}

/** @param {readonly Weight[]} weights @param {Weight['kind']} kind */
function kilobytes(weights, kind) {
  return sum(weights, (weight) => (weight.kind === kind ? weight.bytes : 0)) / 1000;
}

/** @param {Measure} measure @param {Screen} screen */
function budgetOf({ budget }, screen) {
  return typeof budget === 'object' ? budget[screen.name] : budget;
}

const { url, close } = await serve(freshSite(), 0);
const browser = await chromium.launch(launchOptions());
const over = [];
try {
  // In parallel, because reading is mostly waiting.
  const readings = await Promise.all(
    screens.map(async (screen) => ({ screen, found: await read(browser, url, screen) })),
  );
  for (const { screen, found } of readings) {
    console.log(`\n${screen.name}, ${screen.width}×${screen.height}`);
    for (const measure of measures) {
      const value = found[measure.key];
      const budget = budgetOf(measure, screen);
      const fits = budget === undefined || value <= budget;
      if (!fits) over.push(`${screen.name}: ${measure.label}`);
      const limit = budget === undefined ? '' : `of ${budget}${fits ? '' : '   OVER BUDGET'}`;
      console.log(`  ${measure.label.padEnd(38)} ${value.toFixed(measure.digits).padStart(8)} ${limit}`);
    }
    for (const { value, movers } of found.shifts.sort((a, b) => b.value - a.value).slice(0, 5)) {
      console.log(`    shift ${value.toFixed(4)}: ${movers.join('; ')}`);
    }
    if (found.scriptAfterScroll === 0) over.push(`${screen.name}: no script was seen at all`);
  }
} finally {
  await browser.close();
  await close();
}
if (over.length > 0) {
  console.error(`\nsize: over budget: ${over.join('; ')}`);
  process.exit(1);
}
