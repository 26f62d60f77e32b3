/** Percentages of something whole, each as a grid of a hundred cells. Parts of different wholes are never joined. */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';
import { idsOf, missing, notListed } from '../scene/spec-helpers.js';

export const spec: KindSpec = {
  kind: 'share-grid',
  states: ['start', 'drawn', 'gap'],
  through: true,
  scale: 'none',
  figures: { min: 1, max: 4 },
  derived: { min: 0, max: 1 },
  comparators: ['=', '>=', '>', '<=', 'strive'],
  kinds: ['reported', 'target', 'ceiling', 'threshold'],
  options: {
    missing,
    // The difference between two of the figures, drawn in the state `gap`.
    gap: { type: 'derived' },
    // Says on the picture that the report does not state what the percentages are shares of.
  },
  refuse: (input) => [...notListed(input, 'gap', 'derived'), ...cellProblems(input), ...gapProblems(input)],
};

function cellProblems(input: RefusalInput): Message[] {
  return input.figures
    .filter(({ unit, value, measure }) => {
      const change = input.measures.find(({ id }) => id === measure)?.change;
      return unit !== '%' || change !== undefined || !Number.isInteger(value) || value < 0 || value > 100;
    })
    .map(({ id }) => ({
      zh: `${id} 不是不超过一百的整数百分比，画不成百格`,
      en: `${id} is not a share in whole per cent up to 100, so it has no grid`,
    }));
}

function gapProblems(input: RefusalInput): Message[] {
  const [gap] = idsOf(input.options, 'gap');
  const difference = input.derived.find(({ id }) => id === gap);
  const other = input.derived.filter(({ id }) => id !== gap);
  const drawn = input.figures.map(({ id }) => id);
  return [
    ...other.map(({ id }) => ({ zh: `${id} 没有写在 gap 里`, en: `${id} is not named by gap` })),
    ...(difference &&
    (difference.operation !== 'difference' || !difference.from.every((id) => drawn.includes(id)))
      ? [
          {
            zh: `${difference.id} 不是本图两个数字之差`,
            en: `${difference.id} is not the difference of two of the chart's figures`,
          },
        ]
      : []),
  ];
}
