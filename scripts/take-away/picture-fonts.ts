/** The fonts of an SVG: of each stock the part that it uses. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { present } from '../../src/lib/invariants/defined.js';
import { stocks } from './fonts.mjs';
import type { UsedFace } from '../../src/lib/pictures/svg-of.js';

const kept = '.story/pictures/fonts';

/** The stocks' bytes with their digests: read once for all pictures. */
const wholes = new Map(
  stocks.map(({ family, weight, file }) => {
    const bytes = readFileSync(file);
    const digest = createHash('sha256').update(bytes).digest('hex');
    return [`${family} ${weight}`, { bytes, digest }];
  }),
);

/** A face's used characters as woff2 in base64; made once for the same characters. */
async function subset(face: UsedFace): Promise<string> {
  const { bytes, digest } = present(wholes, `${face.family} ${face.weight}`);
  const name = createHash('sha256')
    .update(digest + face.characters)
    .digest('hex')
    .slice(0, 32);
  const file = join(kept, `${name}.woff2`);
  if (!existsSync(file)) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(
      file,
      await subsetFont(bytes, face.characters, { targetFormat: 'woff2', noLayoutClosure: true }),
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
