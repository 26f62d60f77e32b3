/**
 * 一图读懂: the whole story as one long picture, cut into pages that phones and chats take, and the same pages as one PDF. It is laid
 * out 360 CSS px wide and drawn three times as large. A cut is between two blocks (a chart, a step with its slip, a finding), never in
 * one, and a heading goes with what follows it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from '../browser.mjs';
import { pageCount } from './pdf-places.mjs';
import { withoutTimes } from './pdf-times.mjs';
import { setInOwnFonts } from './fonts.mjs';
import { editionsOf, wholeStory } from './whole-story.mjs';

/**
 * In CSS px, and how many pixels of the picture make one. Chromium repeats what is higher than 16384 pixels. `foot`: room kept for a
 * page's foot and the space above a section that begins a page.
 */
export const longPicture = { width: 360, scale: 3, highest: 5300, foot: 130 };

/** What is never cut, in the order of the page. */
export const blocks =
  '.cover, .brief > h2, .brief li, .section-head, .section-body:not(.staged) .step, .stage, .staged .step';
/** Blocks that go with the next one. */
export const heads = '.brief > h2, .section-head';

/**
 * Where to cut: the indices of the blocks that begin a page.
 *
 * @param {readonly { height: number, head: boolean, begins: boolean }[]} list the blocks with their height, the space after them
 *   included; whether a block goes with the next one; whether a section begins with it
 * @param {number} room height of a page without its foot
 * @returns {number[]}
 * @throws if a block with its heading is higher than a page
 */
export function cutsOf(list, room) {
  const cuts = [0];
  let at = 0;
  while (at < list.length) {
    let [used, end, best] = [0, at, at];
    for (; end < list.length && used + (list[end]?.height ?? 0) <= room; end += 1) {
      used += list[end]?.height ?? 0;
      // A page ends before a section if it is four fifths full by then, otherwise after any block that is no heading.
      const next = list[end + 1];
      if (!list[end]?.head && (best === at || !(list[best]?.begins && used > 0.8 * room) || next?.begins))
        best = end + 1;
    }
    if (end === list.length) break;
    if (best === at) throw new Error(`block ${at} with what goes with it is higher than ${room}`);
    cuts.push(best);
    at = best;
  }
  return cuts;
}

/**
 * Writes `story.<edition>.<n>.png` and `story.<edition>.long.pdf` for every edition.
 *
 * @param {string} siteDir a built site
 * @param {string} outDir
 * @param {{ site?: string | undefined }} [options] `site`: the site's address, if it is known
 * @returns {Promise<string[]>} the files' names
 */
export async function makeLongPicture(siteDir, outDir, options) {
  mkdirSync(outDir, { recursive: true });
  const browser = await chromium.launch(launchOptions());
  const folder = mkdtempSync(join(tmpdir(), 'story-long-'));
  try {
    /** @type {string[]} */
    const names = [];
    const context = await browser.newContext({
      bypassCSP: true,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      viewport: { width: longPicture.width, height: 800 },
      deviceScaleFactor: longPicture.scale,
    });
    const page = await context.newPage();
    for (const { edition, path } of editionsOf(siteDir)) {
      const { count } = await openLongPicture(page, siteDir, path, folder, options);
      /** @type {number[]} */
      const heights = [];
      for (let number = 1; number <= count; number += 1) {
        heights.push(await showPage(page, number));
        const name = `story.${edition}.${number}.png`;
        await page.screenshot({ path: join(outDir, name), fullPage: true, animations: 'disabled' });
        names.push(name);
      }
      const name = `story.${edition}.long.pdf`;
      writeFileSync(join(outDir, name), await pdfOf(page, heights));

      names.push(name);
    }
    return names;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Opens the story laid out as a long picture, cut into pages; all of them are shown below each other.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} siteDir
 * @param {string} path of the story's page
 * @param {string} folder where the document may be written
 * @param {{ site?: string | undefined }} [options]
 */
export async function openLongPicture(page, siteDir, path, folder, options) {
  const here = dirname(fileURLToPath(import.meta.url));
  const style = readFileSync(join(here, 'long-picture.css'), 'utf8');
  const story = wholeStory(siteDir, path, { ...options, style });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `long-${story.edition}.html`);
  writeFileSync(file, story.html);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.goto(pathToFileURL(file).href);
  await setInOwnFonts(page);
  const list = await page.evaluate(prepare, { blocks, heads });
  const cuts = cutsOf(list, longPicture.highest - longPicture.foot);
  const foot = [story.report, story.editionName].join(' · ');
  await page.evaluate(cut, { blocks, cuts, lines: [story.title, foot, story.address ?? ''].filter(Boolean) });
  return { count: cuts.length, story };
}

/** Runs in the page. @param {{ blocks: string, heads: string }} selectors */
async function prepare({ blocks, heads }) {
  await document.fonts.ready;
  document
    .querySelectorAll('.section-head')
    .forEach((head, at) => head.setAttribute('data-number', `${at + 1}`));
  const credit = document.querySelector('.site-foot p');
  if (credit) {
    credit.className = 'credit';
    document.querySelector('.cover-title')?.append(credit);
  }
  const all = [...document.querySelectorAll(blocks)];
  const tops = all.map((block) => block.getBoundingClientRect().top + scrollY);
  const end = document.documentElement.scrollHeight;
  return all.map((block, at) => ({
    height: (tops[at + 1] ?? end) - (tops[at] ?? 0),
    head: block.matches(heads),
    begins: block.matches(heads),
  }));
}

/**
 * Runs in the page: says of each block on which page it is, and puts a foot under each page.
 * @param {{ blocks: string, cuts: readonly number[], lines: readonly string[] }} how
 */
function cut({ blocks, cuts, lines }) {
  const all = [...document.querySelectorAll(blocks)];
  all.forEach((block, at) => {
    const number = cuts.filter((begin) => begin <= at).length;
    block.setAttribute('data-long-page', `${number}`);
  });
  cuts.forEach((_, at) => {
    const foot = document.createElement('footer');
    foot.className = 'page-foot';
    foot.setAttribute('data-long-page', `${at + 1}`);
    const words = document.createElement('div');
    lines.forEach((line, i) => {
      const row = document.createElement(i === 0 ? 'b' : 'div');
      row.textContent = line;
      words.append(row);
    });
    const of = document.createElement('div');
    of.className = 'of';
    of.textContent = `${at + 1} / ${cuts.length}`;
    foot.append(words, of);
    document.body.append(foot);
  });
}

/**
 * Shows one page of the picture alone.
 * @param {import('@playwright/test').Page} page
 * @param {number} number from 1
 * @returns {Promise<number>} its height in CSS px
 */
export function showPage(page, number) {
  return page.evaluate((shown) => {
    for (const block of document.querySelectorAll('[data-long-page]'))
      block.classList.toggle('elsewhere', block.getAttribute('data-long-page') !== `${shown}`);
    // What holds blocks of other pages alone would leave its margins.
    for (const holder of document.querySelectorAll('.brief, .section, .section-body, .steps'))
      holder.classList.toggle('elsewhere', !holder.querySelector('[data-long-page]:not(.elsewhere)'));
    scrollTo(0, 0);
    return document.documentElement.scrollHeight;
  }, number);
}

/**
 * All pages as one PDF, each sheet as high as its page.
 * @param {import('@playwright/test').Page} page
 * @param {readonly number[]} heights
 */
async function pdfOf(page, heights) {
  await page.evaluate((sheets) => {
    for (const hidden of document.querySelectorAll('.elsewhere')) hidden.classList.remove('elsewhere');
    const sheet = document.styleSheets[0];
    sheets.forEach((height, at) => {
      const own = document.querySelectorAll(`[data-long-page="${at + 1}"]`);
      const foot = own[own.length - 1];
      const last = own[own.length - 2];
      if (foot) last?.after(foot);
      // By rules: the document's policy allows no style attribute. A sheet is a little higher than what is on it, for roundings.
      sheet?.insertRule(`@page sheet-${at + 1} { size: 360px ${height + 8}px; }`, sheet.cssRules.length);
      sheet?.insertRule(`[data-long-page="${at + 1}"] { page: sheet-${at + 1}; }`, sheet.cssRules.length);
    });
  }, heights);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  const sheets = await pageCount(pdf);
  if (sheets !== heights.length)
    throw new Error(
      `the long picture has ${heights.length} pages, its PDF ${sheets}: a page doesn't fit its sheet`,
    );
  return withoutTimes(pdf);
}
