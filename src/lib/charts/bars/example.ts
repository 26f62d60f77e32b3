/** Harvest targets: every limit of the grammar; three of them join into a whole, and a mean lies among them. */
import { exampleFigure, exampleInput, plainText, type ChartExample } from '../scene/example.js';

const target = (id: string, subject: string, value: number, printed: string) =>
  exampleFigure({ id, value, printed, unit: '吨', kind: 'target', subjects: [subject] });
const derived = (id: string, value: number, printed: string, subject: string, from: readonly string[]) =>
  exampleFigure({ id, source: 'derived', value, printed, unit: '吨', subjects: [subject], from });

/** The joined picture: a narrow first part and two wide ones. */
export const joinedExample: ChartExample = {
  input: exampleInput('bars', {
    name: 'joined',
    figures: [
      target('plums', '李子收成目标', 65, '65吨'),
      target('pears', '梨收成目标', 322, '322吨'),
      target('apples', '苹果收成目标', 343, '343吨'),
    ],
    derived: [
      derived('sum', 730, '730吨', '三种果子合计', ['plums', 'pears', 'apples']),
      derived('plums-share', 8.9, '8.9%', '李子占比', ['plums', 'sum']),
      derived('pears-share', 44.1, '44.1%', '梨占比', ['pears', 'sum']),
      derived('apples-share', 47, '47.0%', '苹果占比', ['apples', 'sum']),
    ],
    options: { whole: ['sum'], shares: ['plums-share', 'pears-share', 'apples-share'] },
  }),
  states: [
    { state: 'start' },
    { state: 'drawn', through: 'pears', highlight: 'pears' },
    { state: 'drawn' },
    { state: 'joined' },
  ],
};

const rate = (id: string, subject: string, value: number) =>
  exampleFigure({ id, value, printed: `${value}%`, kind: 'target', subjects: [subject] });

/** Two measures of the same fruit: how fast it is to grow and how much it is to be; of all together only the one is known. */
export const levelsExample: ChartExample = {
  input: exampleInput('bars', {
    name: 'two-measures',
    figures: [
      rate('all-growth', '全部果子', 8.5),
      rate('plums-growth', '李子', 6.5),
      rate('pears-growth', '梨', 9.5),
      target('plums', '李子', 65, '65吨'),
      target('pears', '梨', 322, '322吨'),
    ],
    derived: [derived('sum', 387, '387吨', '果子合计', ['plums', 'pears'])],
    options: {
      levels: ['plums', 'pears'],
      scales: [plainText('增速'), plainText('收成')],
      whole: ['sum'],
      notes: [
        { at: 'pears', text: plainText('要达到的数，不是多出的') },
        { at: 'sum', text: plainText('我们相加') },
      ],
    },
  }),
  states: [{ state: 'drawn' }, { state: 'levels' }, { state: 'joined' }],
};

export const example: ChartExample = {
  input: exampleInput('bars', {
    figures: [
      target('all', '全部果子', 8.5, '8.5吨'),
      exampleFigure({
        id: 'all-stretch',
        value: 9.5,
        printed: '力争9.5吨',
        unit: '吨',
        kind: 'target',
        comparator: 'strive',
        subjects: ['全部果子'],
        stretchOf: 'all',
      }),
      exampleFigure({ id: 'last', value: 6.5, printed: '6.5吨', unit: '吨', subjects: ['已经摘下的'] }),
      exampleFigure({
        id: 'jam',
        value: 8,
        printed: '8吨以上',
        unit: '吨',
        kind: 'target',
        comparator: '>=',
        subjects: ['做果酱的', '榨果汁的'],
      }),
      exampleFigure({
        id: 'dried',
        value: 4,
        printed: '突破4吨',
        unit: '吨',
        kind: 'target',
        comparator: '>',
        subjects: ['晒干的'],
      }),
      exampleFigure({
        id: 'waste',
        value: 3,
        printed: '3吨以内',
        unit: '吨',
        kind: 'ceiling',
        comparator: '<=',
        subjects: ['丢弃的'],
      }),
    ],
    derived: [derived('mean', 8.76, '8.76吨', '加权平均', ['all', 'last'])],
    options: {
      mean: ['mean'],
      missing: ['base', 'prices'],
      notes: [
        { at: 'all', text: plainText('目标到此为止') },
        { at: 'waste', text: plainText('只知道上限') },
      ],
    },
  }),
  states: [
    { state: 'start' },
    { state: 'drawn', through: 'all-stretch', highlight: 'all-stretch' },
    { state: 'drawn' },
    { state: 'mean' },
    { state: 'mean', highlight: 'mean' },
  ],
};
