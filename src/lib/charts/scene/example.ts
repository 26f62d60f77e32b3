/**
 * What every kind's example is made of: an input with invented subjects and numbers, and the states to show it in.
 * The gallery draws them and the tests hold the layouts to them. Nothing here is true of any report.
 */
import type { ChartFigure, ChartInput, ChartState, ChartText } from './types.js';
import type { ChartWords } from '../../format/chart-words.js';

export interface ChartExample {
  readonly input: ChartInput;
  readonly states: readonly ChartState[];
}

/** A figure from what differs; the rest is a plain reported number. */
export function exampleFigure(
  given: Partial<ChartFigure> & Pick<ChartFigure, 'id' | 'value' | 'printed'>,
): ChartFigure {
  const source = given.source ?? 'figure';
  return {
    source,
    unit: '%',
    comparator: '=',
    kind: source === 'derived' ? 'derived' : 'reported',
    measure: 'example',
    subjects: ['样例'],
    short: given.printed,
    href: source === 'derived' ? `figures/#d-${given.id}` : `source/#f-${given.id}`,
    ...given,
  };
}

export const plainText = (text: string): ChartText => [{ type: 'text', text }];

export const exampleWords: ChartWords = {
  reported: '报告数',
  target: '目标',
  strive: '力争',
  orMore: '以上',
  above: '突破',
  ceiling: '上限，实际数未给出',
  threshold: '底线',
  scale: '规模',
  derived: '本站计算',
  missing: {
    base: '基期未给出',
    now: '现有未给出',
    period: '时期未给出',
    prices: '口径未给出',
    actual: '实际未给出',
    whole: '分母未给出',
    rank: '名次未给出',
    total: '总额未给出',
    rest: '剩余未给出',
    overlap: '重合未给出',
    effect: '成效未给出',
  },
  somewhereHere: '在此范围内，具体未给出',
  number: '件数',
  rate: '率',
  oneMark: '一点',
  oneSquare: '每格',
  oneCell: '每格',
  oneHouse: '每个房形',
  oneBlock: '每块',
  oneLength: '每段',
  gap: '相差',
  rankBest: '名次靠前',
  rankLast: '名次靠后',
  byArrowKeys: '用方向键逐个查看',
  toChart: '转到图',
};

export function exampleInput(kind: string, given: Partial<ChartInput>): ChartInput {
  return {
    section: 'example',
    name: kind,
    kind,
    edition: 'zh',
    title: plainText('样例'),
    figures: [],
    derived: [],
    options: {},
    words: exampleWords,
    ...given,
  };
}
