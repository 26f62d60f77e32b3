/** An orchard's diary: many numbers where it boasts, none where it complains. */
import { exampleFigure, exampleInput, plainText, type ChartExample } from '../scene/example.js';

const printed = [
  '2.19亿枚',
  '2211公里',
  '8999个',
  '11.2万桶',
  '1084畦',
  '14.3%',
  '22.2%',
  '51.56%',
  '80%',
  '33.33%',
  '12.15%',
];
const figures = [
  ...printed.map((text, i) => exampleFigure({ id: `f${i}`, value: i, printed: text, subjects: ['收成'] })),
  exampleFigure({ id: 'open', value: 50, printed: '50%以上', comparator: '>=', subjects: ['虫害的降幅'] }),
  exampleFigure({
    id: 'debt',
    value: 120,
    printed: '120%以内',
    comparator: '<=',
    kind: 'ceiling',
    subjects: ['欠账'],
  }),
];

const quotes = [
  '新树成活的把握还不够大,嫁接、修剪、防虫的办法也不够新',
  '山上的带头作用还不明显,南坡和北坡的不均衡仍然较为突出',
  '老井等一些过去留下的麻烦亟须加快解决',
  '守园人的住处有待加快补齐',
  '卖果子的路上还有看不见的坎,招待客人的本事需要不断长进',
  '工具的收拾、各家的负担与大家的期望仍有差距,轮流看守的劲头还需要进一步提起来等',
];

export const example: ChartExample = {
  input: exampleInput('tally', {
    figures,
    derived: [
      exampleFigure({
        id: 'count-praise',
        source: 'derived',
        value: 13,
        printed: '13',
        unit: '',
        from: figures.map(({ id }) => id),
      }),
      exampleFigure({ id: 'count-worry', source: 'derived', value: 0, printed: '0', unit: '', from: [] }),
    ],
    options: { quotes, heads: [plainText('称好的部分'), plainText('发愁的部分')] },
  }),
  states: [{ state: 'start' }, ...quotes.map((_, i) => ({ state: `block-${i + 1}` })), { state: 'both' }],
};
