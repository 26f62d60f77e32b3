/** Which language an edition is printed in. The rest of the site asks here and nowhere else. */
import type { EditionCode } from '../story/types.js';
import { en } from './en.js';
import type { Format } from './types.js';
import { zh } from './zh.js';

export type { Format, InterfaceWords, Printed, PrintedPart } from './types.js';
export { plain } from './printed.js';

/** Languages by the edition that is printed in them. */
export type Languages = ReadonlyMap<EditionCode, Format>;

/** Those of this site. */
export const languages: Languages = new Map([
  ['zh', zh],
  ['en', en],
]);

/** The idioms with number words or characters that prose of each edition may hold; the editions that can be known. */
export function idiomsOf(of: Languages): Readonly<Record<EditionCode, readonly string[]>> {
  return Object.fromEntries([...of].map(([edition, { idioms }]) => [edition, idioms]));
}

export const languageIdioms = idiomsOf(languages);

/**
 * @param among the languages to choose from, those of this site if absent
 * @throws if no language exists for the edition
 */
export function formatFor(edition: EditionCode, among: Languages = languages): Format {
  const format = among.get(edition);
  if (!format) throw new Error(`lib/format has no language for the edition ${edition}`);
  return format;
}
