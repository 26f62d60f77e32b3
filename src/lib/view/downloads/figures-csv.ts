/**
 * The figures of `/data/figures.json` as a table: one row per figure, one column per text and edition, several subjects joined by
 * `|`.
 */
import type { Story, Texts } from '../../story/types.js';
import { csvTable } from './csv.js';
import { publishedFigure, type PublishedFigure } from './figures-json.js';

const columns = [
  'id',
  'section',
  'value',
  'unit',
  'comparator',
  'kind',
  'start',
  'end',
  'quote',
  'quoteStart',
  'quoteEnd',
  'sentenceStart',
  'sentenceEnd',
] as const satisfies readonly (keyof PublishedFigure)[];

/** Languages of these texts, in order of first use. */
function languages(texts: readonly Texts[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => Object.keys(text)))];
}

export function figuresCsv(story: Story): string {
  const figures = story.figures.map(publishedFigure);
  const spoken = languages(figures.flatMap((figure) => figure.subjects));
  const header = [
    ...columns,
    ...spoken.map((language) => `subjects_${language}`),
    ...spoken.map((language) => `note_${language}`),
  ];
  // An edition in preparation may have empty cells.
  const rows = figures.map((figure) => [
    ...columns.map((column) => figure[column]),
    ...spoken.map((language) => figure.subjects.map((subject) => subject[language] ?? '').join('|')),
    ...spoken.map((language) => figure.note?.[language] ?? ''),
  ]);
  return csvTable(header, rows);
}
