/** What a panel's marks look like and what one of them is called. Knows no pens: those are the grammar's. */
import { stringsOf } from '../scene/options.js';
import type { ChartFigure, ChartInput } from '../scene/types.js';
import type { ChartWords } from '../../format/chart-words.js';

export type MarkWord = 'dot' | 'square' | 'cell' | 'house' | 'block';
export const markWords: readonly MarkWord[] = ['dot', 'square', 'cell', 'house', 'block'];

const lists: readonly (readonly [option: string, mark: MarkWord])[] = [
  ['squares', 'square'],
  ['cells', 'cell'],
  ['houses', 'house'],
  ['blocks', 'block'],
];

/** The mark of a figure: by the list that names it, else the chart's, else a dot. */
export function markOf(input: ChartInput, figure: ChartFigure): MarkWord {
  const [, listed] = lists.find(([option]) => stringsOf(input, option).includes(figure.id)) ?? [];
  return listed ?? markWords.find((word) => word === input.options['mark']) ?? 'dot';
}

export function wordOf(mark: MarkWord, words: ChartWords): string {
  const word: Readonly<Record<MarkWord, string>> = {
    dot: words.oneMark,
    square: words.oneSquare,
    cell: words.oneCell,
    house: words.oneHouse,
    block: words.oneBlock,
  };
  return word[mark];
}

/** The widest that a mark gets, in pixels: more would make a handful look like a crowd. */
export const largest: Readonly<Record<MarkWord, number>> = {
  dot: 30,
  square: 28,
  cell: 24,
  house: 58,
  block: 42,
};
