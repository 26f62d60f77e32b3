/** What an orchard counts: four kinds of thing in four panels, and plans beside hopes. */
import { exampleFigure, exampleInput, type ChartExample } from '../scene/example.js';
import type { ChartFigure } from '../scene/types.js';

const tiling = (of: ChartFigure, value: number, per: string) =>
  exampleFigure({
    id: `${of.id}-marks`,
    source: 'derived',
    value,
    printed: `${value}`,
    per,
    unit: '',
    from: [of.id],
  });

const coins = exampleFigure({
  id: 'coins',
  value: 2.19,
  printed: '2.19亿枚',
  unit: '亿枚',
  subjects: ['投入果园的铜板'],
});
const pears = exampleFigure({
  id: 'pears',
  value: 8999,
  printed: '8999个',
  unit: '个',
  subjects: ['摘下的梨和苹果'],
});
const water = exampleFigure({
  id: 'water',
  value: 11.2,
  printed: '11.2万桶',
  unit: '万桶',
  subjects: ['常年存着的水'],
});
const herbs = exampleFigure({
  id: 'herbs',
  value: 1084,
  printed: '1084畦',
  unit: '畦',
  subjects: ['树下试种的草药'],
});

/** Four units, four marks, thousands of them. */
export const example: ChartExample = {
  input: exampleInput('dot-panels', {
    figures: [coins, pears, water, herbs],
    derived: [tiling(coins, 219, '100万枚'), tiling(water, 112, '1000桶')],
    options: { squares: ['coins'], blocks: ['water'], cells: ['herbs'] },
  }),
  states: [
    { state: 'start' },
    { state: 'drawn', through: 'coins', highlight: 'coins' },
    { state: 'drawn', through: 'pears', highlight: 'pears' },
    { state: 'drawn', highlight: 'herbs' },
    { state: 'drawn' },
  ],
};

const plan = { kind: 'target', unit: '棵' } as const;

/** Targets: exact, open upwards, striven for. */
export const targetsExample: ChartExample = {
  input: exampleInput('dot-panels', {
    name: 'targets',
    figures: [
      exampleFigure({ ...plan, id: 'new', value: 266, printed: '266棵', subjects: ['列入名单的新树'] }),
      exampleFigure({
        ...plan,
        id: 'grafts',
        value: 13,
        printed: '13棵以上',
        short: '13棵',
        comparator: '>=',
        subjects: ['嫁接'],
      }),
      exampleFigure({
        ...plan,
        id: 'moved',
        value: 105,
        printed: '突破105棵',
        short: '105棵',
        comparator: '>',
        subjects: ['移栽'],
      }),
      exampleFigure({
        ...plan,
        id: 'wild',
        value: 300,
        printed: '300棵',
        comparator: 'strive',
        subjects: ['野生的树'],
      }),
      exampleFigure({ ...plan, id: 'huts', value: 5, printed: '5间', unit: '间', subjects: ['守园的小屋'] }),
      exampleFigure({
        ...plan,
        id: 'gates',
        value: 1,
        printed: '1个',
        unit: '个',
        comparator: 'strive',
        subjects: ['新门'],
      }),
    ],
    options: { houses: ['huts'], squares: ['moved'] },
  }),
  states: [
    { state: 'start' },
    { state: 'drawn', through: 'grafts' },
    { state: 'drawn', highlight: 'wild' },
    { state: 'drawn' },
  ],
};

/** One figure alone fills the frame. */
export const aloneExample: ChartExample = {
  input: exampleInput('dot-panels', {
    name: 'alone',
    figures: [exampleFigure({ id: 'huts', value: 5, printed: '5间', unit: '间', subjects: ['修好的小屋'] })],
    options: { mark: 'house' },
  }),
  states: [{ state: 'start' }, { state: 'drawn' }],
};
