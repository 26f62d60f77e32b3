/** Falls in an orchard: exact ones, a rate among numbers, and one open fall of three subjects. */
import { exampleFigure, exampleInput, plainText, type ChartExample } from '../scene/example.js';

const falls = [
  exampleFigure({ id: 'apples', value: 14.3, printed: '14.3%', subjects: ['落地的苹果数'] }),
  exampleFigure({ id: 'pears', value: 51.56, printed: '51.56%', subjects: ['虫蛀的梨数'] }),
  exampleFigure({ id: 'rot', value: 12.15, printed: '12.15%', subjects: ['库房烂果率'] }),
  exampleFigure({
    id: 'pests',
    value: 50,
    printed: '50%以上',
    comparator: '>=',
    subjects: ['蚜虫', '新发现的红蜘蛛', '外来的果蝇'],
  }),
];

const index = (of: string, value: number, printed: string, comparator: '=' | '<=' = '=') =>
  exampleFigure({ id: `${of}-index`, source: 'derived', value, printed, comparator, unit: '', from: [of] });

export const example: ChartExample = {
  input: exampleInput('index-bars', {
    figures: falls,
    derived: [
      index('apples', 85.7, '85.7'),
      index('pears', 48.44, '48.44'),
      index('rot', 87.85, '87.85'),
      index('pests', 50, '≤50', '<='),
    ],
    options: {
      rates: ['rot'],
      missing: ['period'],
      notes: [
        { at: 'apples', text: plainText('也有人接住') },
        { at: 'rot', text: plainText('是率，不是只数') },
        { at: 'pests', text: plainText('各自降多少没写') },
      ],
    },
  }),
  states: [
    { state: 'start' },
    { state: 'indexed', through: 'apples', highlight: 'apples' },
    { state: 'indexed', through: 'rot', highlight: 'rot' },
    { state: 'indexed', highlight: 'pests-index' },
    { state: 'indexed' },
  ],
};
