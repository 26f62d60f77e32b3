/** Levels or rates of one measure and one unit on one zero-based scale. */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';
import { comparators } from '../scene/comparators.js';
import { idsOf, measureOf, notListed } from '../scene/spec-helpers.js';

export const spec: KindSpec = {
  kind: 'bars',
  states: ['start', 'drawn', 'joined', 'mean'],
  through: true,
  scale: 'one',
  figures: { min: 1, max: 10 },
  derived: { min: 0, max: 12 },
  comparators,
  kinds: ['reported', 'target', 'ceiling', 'threshold'],
  options: {
    whole: { type: 'derived' },
    shares: { type: 'derived' },
    mean: { type: 'derived' },
  },
  refuse: (input) => [
    ...notListed(input, 'whole', 'derived'),
    ...notListed(input, 'shares', 'derived'),
    ...notListed(input, 'mean', 'derived'),
    ...wholeProblems(input),
    ...meanProblems(input),
    ...rankProblems(input),
  ],
};

/** Bars may be laid end to end only if they are exactly what the sum was made from. */
function wholeProblems(input: RefusalInput): Message[] {
  const whole = idsOf(input.options, 'whole');
  const shares = idsOf(input.options, 'shares');
  if (whole.length === 0 && shares.length === 0) return [];
  const sum = input.derived.find((derived) => derived.id === whole[0]);
  const problems: Message[] = [];
  if (whole.length !== 1 || (sum && sum.operation !== 'sum')) {
    problems.push({ zh: 'whole 必须正好是一个求和（sum）', en: 'whole must be exactly one sum' });
  }
  if (
    sum &&
    !sameSet(
      sum.from,
      input.figures.map((figure) => figure.id),
    )
  ) {
    problems.push({
      zh: '只有求和所用的数字才能首尾相接：figures 与 whole 的组成不同',
      en: 'only what the sum is made from may be joined: figures differ from the parts of whole',
    });
  }
  if (shares.length > 0 && shares.length !== input.figures.length) {
    problems.push({ zh: 'shares 须与 figures 一一对应', en: 'shares must pair with figures one to one' });
  }
  return problems;
}

function meanProblems(input: RefusalInput): Message[] {
  const means = idsOf(input.options, 'mean');
  if (means.length === 0) return [];
  const mean = input.derived.find((derived) => derived.id === means[0]);
  return means.length === 1 && (!mean || mean.operation === 'weighted-mean')
    ? []
    : [{ zh: 'mean 必须正好是一个加权平均（weighted-mean）', en: 'mean must be exactly one weighted-mean' }];
}

/** In a rank smaller is better: a bar would say the opposite. */
function rankProblems(input: RefusalInput): Message[] {
  return input.figures
    .filter((figure) => measureOf(input, figure)?.id === 'rank')
    .map((figure) => ({
      zh: `${figure.id} 是名次，不能画成条`,
      en: `${figure.id} is a rank, which no bar can show`,
    }));
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
