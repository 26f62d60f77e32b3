/** The fonts of an SVG: of each stock the part that it uses. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { stocks } from './fonts.mjs';
import type { UsedFace } from '../../src/lib/pictures/svg-of.js';

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
