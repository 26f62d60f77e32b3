/**
 * Two chart kinds that exist only for the golden stories, so that those stories do not change whenever a real kind learns
 * something: `scale` puts its figures on one scale, `list` shows anything.
 */
import { comparators, figureKinds, type KindSpec } from '../../src/lib/story/types.js';

export const goldenKinds: readonly KindSpec[] = [
  {
    kind: 'scale',
    states: ['start', 'drawn'],
    through: true,
    scale: 'one',
    apart: { option: 'second', states: ['second'] },
    figures: { min: 1, max: 3 },
    derived: { min: 0, max: 3 },
    comparators: ['=', '>=', 'strive'],
    kinds: ['reported', 'target'],
    options: {
      bold: { type: 'figures' },
      whole: { type: 'derived' },
      look: { type: 'word', words: ['wide', 'narrow'] },
      notes: { type: 'texts' },
      beside: { type: 'notes' },
      open: { type: 'words', words: ['base', 'period'] },
      second: { type: 'figures' },
    },
    refuse: ({ derived }) =>
      derived
        .filter(({ operation }) => operation === 'count')
        .map(({ id }) => ({ zh: `「${id}」是计数，没有长短`, en: `"${id}" is a count and has no length` })),
  },
  {
    kind: 'list',
    words: true,
    states: ['drawn'],
    through: false,
    scale: 'none',
    figures: { min: 0, max: 100 },
    derived: { min: 0, max: 100 },
    comparators,
    kinds: figureKinds,
    options: { words: { type: 'quotes' }, framed: { type: 'flag' } },
  },
];

/** Idioms of the two languages, only those that the golden stories need. */
export const goldenIdioms: Readonly<Record<string, readonly string[]>> = {
  zh: ['一些', '统一', '一样'],
  en: [],
};
