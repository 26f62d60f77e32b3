/**
 * What readers take away: the story as PDFs, as a single file and as a long picture. The functions that `npm run build:all` calls make
 * them here from the tests' build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import {
  cutsOf,
  longPicture,
  makeLongPicture,
  openLongPicture,
  showPage,
} from '../../scripts/take-away/long-picture.mjs';
import { makePdfs } from '../../scripts/take-away/pdfs.mjs';
import { makeSingleFiles } from '../../scripts/take-away/single-files.mjs';
import { editionsOf } from '../../scripts/take-away/whole-story.mjs';
import { asPrinted, readPdf } from '../support/pdf.js';
import { figures, report } from '../support/story-files.js';
import { printBlocks } from './print-blocks.js';
import { buildFolder, expect, phone, shortLane, test } from './support.js';

const editions = editionsOf(buildFolder);
/** The report's own characters for each figure. */
const inReport = figures.map((row) => ({
  id: row['id'] ?? '',
  text: report.slice(Number(row['start']), Number(row['end'])),
  sentence: report.slice(Number(row['sentence_start']), Number(row['sentence_end'])),
}));

/** Title and id of each section of the story's page. */
const sectionsOf = (page: Page) =>
  page
    .locator('[data-section]')
    .evaluateAll((all) =>
      all.map((section) => ({ id: section.id, title: section.querySelector('h2')?.textContent ?? '' })),
    );

test.describe('the single file', () => {
  test.use({ viewport: phone, javaScriptEnabled: false });

  for (const { edition, path } of editions)
    test(`${edition}: opened from a disk, it asks for nothing, and each number leads to its sentence`, async ({
      page,
      site,
    }, info) => {
      await page.goto(site + path);
      const wordsOf = (selector: string) =>
        page
          .locator(selector)
          .evaluateAll((all) => all.map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim()));
      const parts =
        'h1, .brief li > p, [data-step], .section-head h2, .standfirst, .chart-title, .chart-caveat';
      const words = await wordsOf(parts);
      const numbers = await page.locator('main a[data-figure]').evaluateAll((all) => all.length);

      makeSingleFiles(buildFolder, info.outputDir);
      const file = pathToFileURL(join(info.outputDir, `story.${edition}.html`)).href;
      const asked: string[] = [];
      await page.context().route('**/*', (route) => (asked.push(route.request().url()), route.continue()));
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(file);
      expect([...new Set(asked)]).toEqual([file]);
      expect((await wordsOf(parts)).sort()).toEqual(words.sort());
      const font = await page.evaluate(
        async () => (await document.fonts.load('700 20px "Story Serif"')).length,
      );
      expect(font, 'its heading font is inside').toBe(1);

      const links = await page
        .locator('a[data-figure]')
        .evaluateAll((all) =>
          all.map((link) => ({ id: link.getAttribute('data-figure'), href: link.getAttribute('href') })),
        );
      expect(links.length).toBeGreaterThanOrEqual(numbers);
      expect(links.filter(({ id, href }) => href !== `#f-${id}`)).toEqual([]);
      expect(new Set(links.map(({ id }) => id))).toEqual(new Set(inReport.map(({ id }) => id)));
      const places = await page.locator('[data-report] mark').evaluateAll((all) =>
        all.map((mark) => {
          const whole = mark.closest('p')?.textContent ?? '';
          return { id: mark.id, text: mark.textContent, whole };
        }),
      );
      expect(places.map(({ id, text }) => ({ id, text }))).toEqual(
        inReport.map(({ id, text }) => ({ id: `f-${id}`, text })),
      );
      const lost = inReport.filter(({ sentence }, at) => !places[at]?.whole.includes(sentence));
      expect(lost, 'figures without their sentence').toEqual([]);

      // A tap leads there, and is shown.
      const first = page.locator('.step a[data-figure]').first();
      const target = (await first.getAttribute('href')) ?? '';
      await first.click();
      await expect(page.locator(target)).toBeInViewport();
      await expect(page.locator(`${target}:target`)).toHaveCount(1);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, 'scrolls sideways').toBeLessThanOrEqual(0);
    });
});

test.describe('the PDFs', () => {
  test.describe.configure({ timeout: 600_000 });

  test('the whole story is cut nowhere, on either paper', async ({ page }, info) => {
    makeSingleFiles(buildFolder, info.outputDir);
    for (const { edition } of shortLane ? editions.slice(0, 1) : editions) {
      await page.goto(pathToFileURL(join(info.outputDir, `story.${edition}.html`)).href);
      for (const format of ['A4', 'Letter'] as const) {
        const { count, cut } = await printBlocks(page, format);
        expect(count).toBeGreaterThan(20);
        expect(cut, `${edition}, ${format}`).toEqual([]);
      }
    }
  });

  test('hold every figure as the report prints it, each section’s title, page and address, twice the same', async ({
    page,
    site,
  }, info) => {
    const names = await makePdfs(buildFolder, info.outputDir);
    expect(names).toEqual(
      editions.flatMap(({ edition }) => ['a4', 'letter'].map((paper) => `story.${edition}.${paper}.pdf`)),
    );
    for (const { edition, path } of editions) {
      await page.goto(site + path);
      const sections = await sectionsOf(page);
      const title = asPrinted(await page.title());
      for (const paper of ['a4', 'letter']) {
        const { sheets, places } = await readPdf(
          readFileSync(join(info.outputDir, `story.${edition}.${paper}.pdf`)),
        );
        const whole = sheets.map(({ text }) => text).join('');
        expect(inReport.filter(({ text }) => !whole.includes(asPrinted(text))).map(({ id }) => id)).toEqual(
          [],
        );
        const links = new Set(sheets.flatMap((sheet) => sheet.links));
        const unlinked = inReport.filter(({ id }) => !links.has(`f-${id}`) || !places.has(`f-${id}`));
        expect(
          unlinked.map(({ id }) => id),
          'figures that lead nowhere',
        ).toEqual([]);
        for (const { id, title: heading } of sections) {
          const sheet = places.get(id)?.sheet ?? -1;
          expect(sheets[sheet]?.text, id).toContain(`#${id}`);
          expect(whole, id).toContain(asPrinted(heading));
          // The contents name its page.
          expect(whole, `the page of ${id}`).toContain(`${asPrinted(heading)}${sheet + 1}`);
        }
        sheets.forEach(({ text }, at) => {
          expect(text).toContain(`${at + 1}/${sheets.length}`);
          if (at > 0) expect(text).toContain(title);
        });
        if (!shortLane) {
          expect(sheets.length).toBeGreaterThanOrEqual(20);
          expect(sheets.length).toBeLessThanOrEqual(38);
        }
      }
    }
    if (shortLane) return;
    const again = info.outputPath('again');
    await makePdfs(buildFolder, again);
    const differ = names.filter(
      (name) => !readFileSync(join(info.outputDir, name)).equals(readFileSync(join(again, name))),
    );
    expect(differ, 'PDFs that differ the second time').toEqual([]);
  });
});

test.describe('the long picture', () => {
  test.use({ viewport: { width: longPicture.width, height: 800 }, bypassCSP: true });
  test.describe.configure({ timeout: 600_000 });

  test('a heading goes with what follows it, and a page ends before a section where that leaves little room', () => {
    const block = (height: number, head = false) => ({ height, head, begins: head });
    expect(cutsOf([block(10, true), block(50), block(30, true), block(30)], 100)).toEqual([0, 2]);
    expect(cutsOf([block(50), block(45), block(10, true), block(40), block(40)], 130)).toEqual([0, 2]);
    expect(() => cutsOf([block(10, true), block(95)], 100)).toThrow(/higher than 100/);
  });

  for (const { edition, path } of editions)
    test(`${edition}: no block is cut, every section is named, no words are small`, async ({
      page,
      site,
    }, info) => {
      await page.goto(site + path);
      const sections = await sectionsOf(page);
      const steps = await page.locator('[data-step]').count();
      const charts = await page.locator('main .chart').count();
      const { count } = await openLongPicture(page, buildFolder, path, info.outputDir);
      const seen = { titles: [] as string[], steps: 0, charts: 0 };
      for (let number = 1; number <= count; number += 1) {
        const height = await showPage(page, number);
        expect(height * longPicture.scale, `page ${number}`).toBeLessThanOrEqual(16_000);
        const found = await page.evaluate(() => {
          const shown = (selector: string) =>
            [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
          const end = document.documentElement.scrollHeight;
          const boxes = shown('.chart, .slip, .step p, .brief li, .section-head, .cover, .page-foot').map(
            (each) => {
              const { top, bottom, left, right } = each.getBoundingClientRect();
              return { name: each.className, top, bottom, left, right };
            },
          );
          const small = shown('body *').flatMap((each) => {
            const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
            const size = Number.parseFloat(getComputedStyle(each).fontSize);
            return own && size > 0 && size < 11.99
              ? [`${each.localName}.${each.getAttribute('class')} ${size} ${each.textContent}`]
              : [];
          });
          return {
            outside: boxes.filter(
              ({ top, bottom, left, right }) =>
                top < -0.5 || bottom > end + 0.5 || left < -0.5 || right > 360.5,
            ),
            small,
            titles: shown('.section-head h2').map((title) => title.textContent ?? ''),
            steps: shown('.step').length,
            charts: shown('.chart').length,
            foot: shown('.page-foot').map((foot) => foot.textContent ?? ''),
          };
        });
        expect(found.outside, `page ${number}: blocks that are cut`).toEqual([]);
        expect(found.small, `page ${number}: words under 12 px`).toEqual([]);
        expect(found.foot).toEqual([expect.stringContaining(`${number} / ${count}`)]);
        seen.titles.push(...found.titles);
        seen.steps += found.steps;
        seen.charts += found.charts;
      }
      expect(seen).toEqual({ titles: sections.map(({ title }) => title), steps, charts });
    });

  test('its pages are files of 1080 pixels’ width, none too high, and a PDF of as many sheets', async ({
    viewport,
  }, info) => {
    expect(viewport?.width).toBe(longPicture.width);
    const names = await makeLongPicture(buildFolder, info.outputDir);
    for (const { edition } of editions) {
      const pages = names.filter((name) => name.startsWith(`story.${edition}.`) && name.endsWith('.png'));
      expect(pages).toEqual(pages.map((_, at) => `story.${edition}.${at + 1}.png`));
      for (const name of pages) {
        const png = readFileSync(join(info.outputDir, name));
        const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
        expect([name, width]).toEqual([name, 1080]);
        expect(height, name).toBeLessThanOrEqual(16_000);
        expect(height, name).toBeGreaterThan(1_000);
      }
      const { sheets } = await readPdf(readFileSync(join(info.outputDir, `story.${edition}.long.pdf`)));
      expect(sheets).toHaveLength(pages.length);
      sheets.forEach(({ text, width }, at) => {
        expect(Math.round(width)).toBe(270);
        expect(text).toContain(`${at + 1}/${sheets.length}`);
      });
    }
  });
});
