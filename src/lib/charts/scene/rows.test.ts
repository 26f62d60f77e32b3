import { describe, expect, it } from 'vitest';
import { rowLabels, type Row } from './rows.js';
import { fontSizes } from './text.js';
import type { ChartFigure } from './types.js';

const figure: ChartFigure = {
  id: 'stalls',
  source: 'figure',
  value: 40,
  unit: '',
  comparator: '=',
  kind: 'target',
  measure: 'stalls',
  subjects: [],
  printed: '40',
  short: '40',
  href: '#stalls',
};
const width = 300;
const sizes = fontSizes({ width, height: 400 });

/** What is written over a bar, from the lowest line up: `subject | number`. */
function lines(subject: string, numbers: readonly string[], step: number): string[] {
  const row: Row = { key: 'r', figure, subject, top: 0, step, y: step * 0.6, height: step * 0.35 };
  const runs = numbers.map((text) => [{ text }]);
  const { subjects, values } = rowLabels(row, width, sizes, runs);
  const heights = [...new Set([...subjects, ...values].map(({ dy }) => dy))].sort((a, b) => b - a);
  const at = (marks: typeof subjects, dy: number) =>
    marks.flatMap((mark) => (mark.dy === dy ? mark.runs.map(({ text }) => text) : [])).join('');
  return heights.map((dy) => `${at(subjects, dy)} | ${at(values, dy)}`.trim());
}

describe('the labels of a row', () => {
  it.each([
    ['stand in one line where they fit', 'market stalls', ['40'], 60, ['market stalls | 40']],
    [
      'break a long subject between words, as evenly as can be',
      'market stalls under the northern arches',
      ['above 40'],
      80,
      ['the northern arches | above 40', 'market stalls under |'],
    ],
    [
      'shorten it where the row is too low for two lines',
      'market stalls under the northern arches',
      ['above 40'],
      40,
      ['market stalls under the n… | above 40'],
    ],
    [
      'put it over numbers that need the whole width',
      'market stalls',
      ['above 40 a year, said twice'],
      100,
      ['| above 40 a year, said twice', 'market stalls |'],
    ],
    [
      'put numbers one over the other that don’t fit beside each other',
      'stalls',
      ['above forty stalls', 'aims for fifty'],
      120,
      ['stalls | aims for fifty', '| above forty stalls'],
    ],
  ])('%s', (_, subject, numbers, step, expected) => {
    expect(lines(subject, numbers, step)).toEqual(expected);
  });
});
