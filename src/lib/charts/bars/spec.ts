/** Levels or rates of one measure and one unit on one zero-based scale; a second measure of the same subjects in states of its own. */
import type { Figure, KindSpec, Message, RefusalInput } from '../../story/types.js';
import { comparators } from '../scene/comparators.js';
import { idsOf, measureOf, missing, notePlaces, notListed } from '../scene/spec-helpers.js';

export const spec: KindSpec = {
  kind: 'bars',
  states: ['start', 'drawn', 'levels', 'joined', 'mean'],
  through: true,
  scale: 'one',
  apart: { option: 'levels', states: ['levels', 'joined'] },
  figures: { min: 1, max: 10 },
  derived: { min: 0, max: 12 },
  comparators,
  kinds: ['reported', 'target', 'ceiling', 'threshold'],
  options: {
    missing,
    notes: { type: 'notes' },
    // Those of the figures that are of a second measure, of subjects that stand on the first one too.
    levels: { type: 'figures' },
    // What the first and the second measure are called.
    scales: { type: 'texts' },
    whole: { type: 'derived' },
    shares: { type: 'derived' },
    mean: { type: 'derived' },
  },
  refuse: (input) => [
    ...notListed(input, 'levels', 'figures'),
    ...levelProblems(input),
    // Of a target and what is striven for beyond it, the one that the bar begins with.
    ...notePlaces(input, [
      ...input.figures.filter((figure) => !beyond(input, figure)).map(({ id }) => id),
      ...idsOf(input.options, 'whole'),
    ]),
    ...notListed(input, 'whole', 'derived'),
    ...notListed(input, 'shares', 'derived'),
    ...notListed(input, 'mean', 'derived'),
    ...wholeProblems(input),
    ...meanProblems(input),
    ...rankProblems(input),
  ],
};

const beyond = ({ figures }: RefusalInput, { stretchOf }: Figure): boolean =>
  figures.some(({ id }) => id === stretchOf);

/** Bars may be laid end to end only if they are exactly what the sum was made from. */
function wholeProblems(input: RefusalInput): Message[] {
  const whole = idsOf(input.options, 'whole');
  const shares = idsOf(input.options, 'shares');
  if (whole.length === 0 && shares.length === 0) return [];
  const sum = input.derived.find((derived) => derived.id === whole[0]);
  const levels = idsOf(input.options, 'levels');
  const parts = levels.length > 0 ? levels : input.figures.map((figure) => figure.id);
  const problems: Message[] = [];
  if (whole.length !== 1 || (sum && sum.operation !== 'sum')) {
    problems.push({ zh: 'whole 必须正好是一个求和（sum）', en: 'whole must be exactly one sum' });
  }
  if (sum && !sameSet(sum.from, parts)) {
    problems.push({
      zh: '只有求和所用的数字才能首尾相接：figures 与 whole 的组成不同',
      en: 'only what the sum is made from may be joined: figures differ from the parts of whole',
    });
  }
  if (shares.length > 0 && shares.length !== parts.length) {
    problems.push({ zh: 'shares 须与 figures 一一对应', en: 'shares must pair with figures one to one' });
  }
  return problems;
}

/** A bar goes over to another number of its own subject, and says which measure it is on. */
function levelProblems(input: RefusalInput): Message[] {
  const ids = idsOf(input.options, 'levels');
  if (ids.length === 0) return [];
  const named = input.options['scales'];
  const names = named?.type === 'texts' ? named.items.length : 0;
  const subjectsOf = ({ subjects }: Figure) =>
    subjects.map((subject) => Object.values(subject).join()).join();
  const first = input.figures.filter(({ id }) => !ids.includes(id));
  const alone = input.figures.filter(
    (figure) => ids.includes(figure.id) && !first.some((other) => subjectsOf(other) === subjectsOf(figure)),
  );
  return [
    ...alone.map(({ id }) => ({
      zh: `${id} 说的对象，另一把尺上没有：同一根条只能换成同一对象的数`,
      en: `nothing on the other scale is of what ${id} speaks of: a bar may only go over to a number of its own subject`,
    })),
    ...(names === 2
      ? []
      : [{ zh: 'scales 须正好两条：两把尺各叫什么', en: 'scales must be two: what each scale is called' }]),
  ];
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
