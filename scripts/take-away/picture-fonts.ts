/**
 * The fonts of the pictures: the stocks that the browser lays pictures out in, and, for each SVG, the part of them that it uses.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { UsedFace } from '../../src/lib/pictures/svg-of.js';

interface Stock {
  readonly family: string;
  readonly weight: UsedFace['weight'];
  readonly file: string;
  /** The characters it is used for, as `unicode-range`: Latin letters are taken from Latin fonts where a style names them first. */
  readonly range: string;
}

/** What the Latin fonts hold; their other characters (quotation marks, dashes) are set as English sets them. */
const latin =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215';
const all = 'U+0-10FFFF';

export const stocks: readonly Stock[] = (['400', '700'] as const).flatMap((weight) => [
  { family: 'Noto Sans SC', weight, file: `src/fonts/noto-sans-sc-${weight}.woff2`, range: all },
  { family: 'Noto Serif SC', weight, file: `src/fonts/noto-serif-sc-${weight}.woff2`, range: all },
  { family: 'Noto Sans', weight, file: `src/fonts/noto-sans-${weight}.woff2`, range: latin },
  { family: 'Noto Serif', weight, file: `src/fonts/noto-serif-${weight}.woff2`, range: latin },
]);

const kept = '.story/pictures/fonts';

/** A face's used characters as woff2 in base64; made once for the same characters. */
async function subset(face: UsedFace): Promise<string> {
  const stock = stocks.find(({ family, weight }) => family === face.family && weight === face.weight);
  if (!stock) throw new Error(`pictures: no font ${face.family} ${face.weight}`);
  const whole = readFileSync(stock.file);
  const name = createHash('sha256').update(whole).update(face.characters).digest('hex').slice(0, 32);
  const file = join(kept, `${name}.woff2`);
  if (!existsSync(file)) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(
      file,
      await subsetFont(whole, face.characters, { targetFormat: 'woff2', noLayoutClosure: true }),
    );
  }
  return readFileSync(file).toString('base64');
}

/** The style sheet that an SVG bears, with the used part of each of its fonts. */
export async function fontStyle(faces: readonly UsedFace[]): Promise<string> {
  const rules = await Promise.all(
    faces.map(
      async (face) =>
        `@font-face{font-family:'${face.family}';font-weight:${face.weight};src:url(data:font/woff2;base64,${await subset(face)}) format('woff2')}`,
    ),
  );
  return rules.length === 0 ? '' : `<style>${rules.join('')}</style>`;
}
