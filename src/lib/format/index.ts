/** The languages in which editions are printed. The rest of the site gets them only from here. */
import type { EditionCode } from '../story/types.js';
import { en } from './en.js';
import type { Format } from './types.js';
import { zh } from './zh.js';

export type { Format, InterfaceWords, Printed, PrintedPart } from './types.js';
export { plain } from './printed.js';

/** Edition → the language it is printed in. */
export type Languages = ReadonlyMap<EditionCode, Format>;

/** The languages of this site. */
export const languages: Languages = new Map([
  ['zh', zh],
  ['en', en],
]);

/**
 * Edition → idioms with number words or characters that its prose may contain. Its keys are all editions that the site can have.
 */
export function idiomsOf(of: Languages): Readonly<Record<EditionCode, readonly string[]>> {
  return Object.fromEntries([...of].map(([edition, { idioms }]) => [edition, idioms]));
}

export const languageIdioms = idiomsOf(languages);

/**
 * @param among the languages to choose from; default: those of this site
 * @throws if there is no language for the edition
 */
export function formatFor(edition: EditionCode, among: Languages = languages): Format {
  const format = among.get(edition);
  if (!format) throw new Error(`lib/format has no language for the edition ${edition}`);
  return format;
}
