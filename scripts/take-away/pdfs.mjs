/**
 * The story as PDFs: each edition on A4 and on Letter, printed by the browser from the whole story as one document.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from '../browser.mjs';
import { setInOwnFonts } from './fonts.mjs';
import { withoutTimes } from './pdf-times.mjs';
import { pagesOfPlaces } from './pdf-places.mjs';
import { editionsOf, wholeStory } from './whole-story.mjs';

export const papers = /** @type {const} */ (['A4', 'Letter']);

/**
 * Writes `story.<edition>.<paper>.pdf` for every edition and paper.
 *
 * @param {string} siteDir a built site
 * @param {string} outDir
 * @param {{ site?: string | undefined }} [options] `site`: the site's address, if it is known
 * @returns {Promise<string[]>} the files' names
 */
export async function makePdfs(siteDir, outDir, options) {
  mkdirSync(outDir, { recursive: true });
  const browser = await chromium.launch(launchOptions());
  const folder = mkdtempSync(join(tmpdir(), 'story-pdf-'));
  try {
    /** @type {string[]} */
    const names = [];
    // The document has no script, and its policy forbids what only this browser is given: our fonts.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    for (const { edition, path } of editionsOf(siteDir)) {
      const file = join(folder, `${edition}.html`);
      writeFileSync(file, wholeStory(siteDir, path, options).html);
      await page.goto(pathToFileURL(file).href);
      await setInOwnFonts(page);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      for (const paper of papers) {
        const name = `story.${edition}.${paper.toLowerCase()}.pdf`;
        writeFileSync(join(outDir, name), await print(page, paper));
        names.push(name);
      }
    }
    return names;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Prints the page twice: where each section begins is known only after the first time, and the contents name those pages. Their
 * room is kept from the beginning, so that nothing moves.
 *
 * @param {import('@playwright/test').Page} page
 * @param {typeof papers[number]} paper
 */
async function print(page, paper) {
  const how = { format: paper, preferCSSPageSize: true, tagged: true, outline: true };
  await numberContents(page, new Map());
  const places = await pagesOfPlaces(await page.pdf(how));
  await numberContents(page, places);
  const pdf = await page.pdf(how);
  const after = await pagesOfPlaces(pdf);
  for (const [place, number] of places)
    if (after.get(place) !== number)
      throw new Error(
        `${paper}: ${place} moved from page ${number} to ${after.get(place)} when the contents named it`,
      );
  return withoutTimes(pdf);
}

/** @param {import('@playwright/test').Page} page @param {ReadonlyMap<string, number>} places */
async function numberContents(page, places) {
  await page.evaluate(
    (known) => {
      for (const entry of document.querySelectorAll('.contents li')) {
        const place = entry.querySelector('a')?.getAttribute('href')?.slice(1) ?? '';
        entry.setAttribute('data-page', known[place] ?? '\u2002\u2002');
      }
    },
    Object.fromEntries([...places].map(([place, number]) => [place, String(number)])),
  );
}
