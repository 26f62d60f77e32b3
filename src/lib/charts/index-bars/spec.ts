/** Percentage falls against a base that is not given: each subject at 100, then at what is left. */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';
import { measureOf, missing, notePlaces, notListed } from '../scene/spec-helpers.js';

export const spec: KindSpec = {
  kind: 'index-bars',
  states: ['start', 'indexed'],
  through: true,
  scale: 'one',
  figures: { min: 1, max: 8 },
  derived: { min: 1, max: 8 },
  comparators: ['=', '>='],
  kinds: ['reported'],
  options: { rates: { type: 'figures' }, notes: { type: 'notes' }, missing },
  refuse: (input) => [
    ...fallProblems(input),
    ...indexProblems(input),
    ...notListed(input, 'rates', 'figures'),
    ...notePlaces(
      input,
      input.figures.map(({ id }) => id),
    ),
  ],
};

function fallProblems(input: RefusalInput): Message[] {
  return input.figures
    .filter((figure) => figure.unit !== '%' || measureOf(input, figure)?.change !== 'fall')
    .map((figure) => ({
      zh: `${figure.id} 不是百分比降幅，不能画成指数`,
      en: `${figure.id} is not a percentage fall and has no index`,
    }));
}

/** Each fall needs its own index, or the remaining bar would stand without a checked number. */
function indexProblems(input: RefusalInput): Message[] {
  const indexed = input.derived
    .filter((derived) => derived.operation === 'index')
    .flatMap((derived) => derived.from);
  const missing = input.figures.filter((figure) => !indexed.includes(figure.id));
  const other = input.derived.filter((derived) => derived.operation !== 'index');
  return [
    ...missing.map((figure) => ({
      zh: `${figure.id} 在本图 derived 中没有对应的指数（index）`,
      en: `${figure.id} has no index among the chart's derived figures`,
    })),
    ...other.map((derived) => ({
      zh: `${derived.id} 不是指数（index）`,
      en: `${derived.id} is not an index`,
    })),
  ];
}
