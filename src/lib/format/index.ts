/** Which language an edition is printed in. The rest of the site asks here and nowhere else. */
import type { EditionCode } from '../story/types.js';
import { en } from './en.js';
import type { Format } from './types.js';
import { zh } from './zh.js';

export type { Format, InterfaceWords, Printed, PrintedPart } from './types.js';
export { plain } from './printed.js';

const languages: ReadonlyMap<EditionCode, Format> = new Map([
  ['zh', zh],
  ['en', en],
]);

/** The idioms with numeral characters that prose of an edition may hold. */
export const languageIdioms: Readonly<Record<EditionCode, readonly string[]>> = {
  zh: zh.idioms,
  en: en.idioms,
};

/** @throws if no language file exists for the edition */
export function formatFor(edition: EditionCode): Format {
  const format = languages.get(edition);
  if (!format) throw new Error(`lib/format has no language for the edition ${edition}`);
  return format;
}
