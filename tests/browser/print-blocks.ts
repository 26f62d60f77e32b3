/**
 * Finds blocks that paper cuts in two: marks the beginning and the end of each with an anchor, prints, and reads from the PDF where
 * the anchors came to stand.
 */
import type { Page } from '@playwright/test';
import { readPdf, type ReadPdf } from '../support/pdf.js';

/** What paper must not cut. A chart with two pictures may part between them, so its pictures are asked for, too. */
export const wholeOnPaper =
  '.chart:not(:has(.other-scale)), .plot, .other-scale, .slip, .brief li, .section-head';

export interface PrintedBlocks {
  readonly pdf: ReadPdf;
  readonly count: number;
  /** Names of blocks whose end is on another sheet, in another column, or above their beginning. */
  readonly cut: readonly string[];
}

/** @param format the paper */
export async function printBlocks(
  page: Page,
  format: 'A4' | 'Letter',
  selector = wholeOnPaper,
): Promise<PrintedBlocks> {
  const names = await page.evaluate((blocks) => {
    // A rule, because the page's policy allows no style attribute.
    const sheet = document.styleSheets[0];
    sheet?.insertRule(
      '.test-anchor { position: absolute; width: 1px; height: 1px; left: 0; }',
      sheet.cssRules.length,
    );
    sheet?.insertRule('.test-anchor.first { top: 0; }', sheet.cssRules.length);
    sheet?.insertRule('.test-anchor.last { bottom: 0; }', sheet.cssRules.length);
    sheet?.insertRule(`:is(${blocks}) { position: relative; }`, sheet.cssRules.length);
    const list = document.createElement('p');
    document.body.append(list);
    return [...document.querySelectorAll(blocks)].map((block, at) => {
      for (const end of ['first', 'last']) {
        const anchor = document.createElement('span');
        anchor.className = `test-anchor ${end}`;
        anchor.id = `${end}--${at}`;
        block.append(anchor);
        // Only what a link names has a place in the PDF.
        const link = document.createElement('a');
        link.href = `#${anchor.id}`;
        link.textContent = '·';
        list.append(link);
      }
      const owner = block.closest('[id]')?.id ?? '';
      return `${owner} ${block.getAttribute('class') ?? ''}`;
    });
  }, selector);
  const pdf = await readPdf(await page.pdf({ format, preferCSSPageSize: true, tagged: true }));
  const cut = names.filter((_, at) => {
    const first = pdf.places.get(`first--${at}`);
    const last = pdf.places.get(`last--${at}`);
    const together =
      first && last && first.sheet === last.sheet && Math.abs(first.left - last.left) < 2 && first.y > last.y;
    return !together;
  });
  return { pdf, count: names.length, cut };
}
