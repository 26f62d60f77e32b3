/**
 * Counts side by side, each as so many marks in a frame of its own: one mark for one, or one for a stated amount (a tiling).
 * Nothing relates one panel to another, so units and measures may differ.
 */
import type { Figure, KindSpec, Message, RefusalInput } from '../../story/types.js';
import { missing, notListed } from '../scene/spec-helpers.js';
import { markWords } from './marks.js';

/** More than this a panel can't show one by one. */
const mostMarks = 10_000;
/** What has a drawing of its own (a house, a block, anything striven for) is drawn mark by mark. */
const mostDrawn = 600;

export const spec: KindSpec = {
  kind: 'dot-panels',
  states: ['start', 'drawn'],
  through: true,
  scale: 'none',
  figures: { min: 1, max: 8 },
  derived: { min: 0, max: 8 },
  comparators: ['=', '>=', '>', 'strive'],
  kinds: ['reported', 'target', 'threshold', 'scale'],
  options: {
    missing,
    // What the marks look like: a word for all of them, and lists of those that look otherwise.
    mark: { type: 'word', words: markWords },
    squares: { type: 'figures' },
    cells: { type: 'figures' },
    houses: { type: 'figures' },
    blocks: { type: 'figures' },
  },
  refuse: (input) => [
    ...['squares', 'cells', 'houses', 'blocks'].flatMap((option) => notListed(input, option, 'figures')),
    ...tilingProblems(input),
    ...input.figures.flatMap((figure) => countProblems(input, figure)),
  ],
};

function tilingProblems(input: RefusalInput): Message[] {
  return input.derived
    .filter(
      (tiling) => tiling.operation !== 'tiling' || !input.figures.some(({ id }) => id === tiling.from[0]),
    )
    .map(({ id }) => ({
      zh: `${id} 不是本图某个数字的分点（tiling）`,
      en: `${id} is not a tiling of one of the chart's figures`,
    }));
}

/** A number in 万 or 亿 has no mark of its own size in every language: only a tiling says what a mark is worth. */
const withMagnitude = /^[十百千]?[万亿]/u;

function countProblems(input: RefusalInput, figure: Figure): Message[] {
  const tiling = input.derived.find(({ from }) => from[0] === figure.id);
  const count = tiling?.value ?? figure.value;
  const most = figure.comparator === 'strive' ? mostDrawn : mostMarks;
  const change = input.measures.find(({ id }) => id === figure.measure)?.change;
  if (change !== undefined || figure.unit === '%') {
    return [
      {
        zh: `${figure.id} 是比率，不是数目，画不成点`,
        en: `${figure.id} is a rate and no count: it has no marks`,
      },
    ];
  }
  if (!tiling && withMagnitude.test(figure.unit)) {
    return [
      {
        zh: `${figure.id} 的单位是“${figure.unit}”：请在 derived 中给出分点（tiling），说明每点代表多少`,
        en: `${figure.id} is in ${figure.unit}: give a tiling in derived that says what one mark stands for`,
      },
    ];
  }
  return Number.isInteger(count) && count >= 1 && count <= most
    ? []
    : [
        {
          zh: `${figure.id} 画不成整数个点（一至 ${most} 个）：请在 derived 中给出分点（tiling）`,
          en: `${figure.id} is not a whole number of marks from 1 to ${most}: give a tiling in derived`,
        },
      ];
}
