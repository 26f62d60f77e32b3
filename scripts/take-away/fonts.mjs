/**
 * The fonts of what readers take away: the project's own, so that pictures and documents are the same wherever they are made, and so
 * that a PDF has characters and not drawings of them.
 */
import { readFileSync } from 'node:fs';

/** What the Latin fonts hold; their other characters (quotation marks, dashes) are set as English sets them. */
const latin =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215';
const all = 'U+0-10FFFF';

/**
 * `range`: the characters that a font is used for (`unicode-range`); Latin letters are taken from Latin fonts where a style names them
 * first.
 * @type {readonly { family: string, weight: '400' | '700', file: string, range: string }[]}
 */
export const stocks = /** @type {const} */ (['400', '700']).flatMap((weight) => [
  { family: 'Noto Sans SC', weight, file: `src/fonts/noto-sans-sc-${weight}.woff2`, range: all },
  { family: 'Noto Serif SC', weight, file: `src/fonts/noto-serif-sc-${weight}.woff2`, range: all },
  { family: 'Noto Sans', weight, file: `src/fonts/noto-sans-${weight}.woff2`, range: latin },
  { family: 'Noto Serif', weight, file: `src/fonts/noto-serif-${weight}.woff2`, range: latin },
]);

/** Gives a page the fonts under their names. @param {import('@playwright/test').Page} page */
export async function addFonts(page) {
  await page.evaluate(
    async (fonts) => {
      await Promise.all(
        fonts.map(async ({ family, weight, range, data }) => {
          const source = `url(data:font/woff2;base64,${data})`;
          document.fonts.add(await new FontFace(family, source, { weight, unicodeRange: range }).load());
        }),
      );
    },
    stocks.map(({ family, weight, range, file }) => ({
      family,
      weight,
      range,
      data: readFileSync(file, 'base64'),
    })),
  );
}

/** Sets a page of the site in them. Its policy must be bypassed. @param {import('@playwright/test').Page} page */
export async function setInOwnFonts(page) {
  await addFonts(page);
  await page.addStyleTag({
    content: `
      :root { --sans-han: 'Noto Sans SC', sans-serif; --sans: var(--sans-han);
        --serif: 'Noto Serif SC', serif; --serif-han: var(--serif); --quote: var(--serif); }
      :root:lang(en) { --sans: 'Noto Sans', 'Noto Sans SC', sans-serif;
        --serif: 'Noto Serif', 'Noto Serif SC', serif; --quote: 'Noto Serif SC', serif; }`,
  });
}
