/** The columns of `figures.csv`. Subjects and notes have one column per edition. */
import { firstLine } from './first-line.js';
import type { Row } from './csv.js';
import type { Editions } from './texts.js';
import type { EditionCode } from './types.js';

const plainColumns = [
  ...(['id', 'section', 'value', 'unit', 'comparator', 'kind', 'measure', 'start', 'end'] as const),
  ...(['quote_start', 'quote_end', 'quote', 'sentence_start', 'sentence_end'] as const),
] as const;

export type FigureColumn =
  (typeof plainColumns)[number] | 'stretch_of' | `subjects_${EditionCode}` | `note_${EditionCode}`;

/**
 * The editions with columns in this file. Declared editions and the report's own language must have them, other known editions
 * may.
 *
 * @param file text of the whole file; only its header is read
 */
export function columnEditions(
  file: string,
  { declared, known }: Editions,
  language: EditionCode,
): readonly EditionCode[] {
  const header = firstLine(file).replaceAll('"', '').split(',');
  const named = new Set(header.map((name) => /^(?:subjects|note)_(.*)$/.exec(name)?.[1]));
  const needed = known.filter(
    (edition) => edition === language || declared.includes(edition) || named.has(edition),
  );
  return needed.includes(language) ? needed : [language, ...needed];
}

/** The file's columns, in order, for these editions. */
export function figureColumns(editions: readonly EditionCode[]): readonly FigureColumn[] {
  const subjects = editions.map((edition) => `subjects_${edition}` as const);
  const notes = editions.map((edition) => `note_${edition}` as const);
  return [...plainColumns, ...subjects, 'stretch_of', ...notes];
}

export type FigureRow = Row<FigureColumn>;
