/** An orchard's accounts: one tile of every pen and limit. */
import { exampleFigure, exampleInput, type ChartExample } from '../scene/example.js';

const target = { kind: 'target', unit: '枚' } as const;

export const example: ChartExample = {
  input: exampleInput('tiles', {
    figures: [
      exampleFigure({
        id: 'spent',
        value: 5000,
        printed: '5000万枚',
        unit: '万枚',
        subjects: ['已经花掉的铜板'],
      }),
      exampleFigure({
        ...target,
        id: 'earn',
        value: 60,
        printed: '60亿枚',
        unit: '亿枚',
        subjects: ['要挣回来的铜板'],
      }),
      exampleFigure({
        ...target,
        id: 'guests',
        value: 30,
        printed: '30位以上',
        unit: '位',
        comparator: '>=',
        subjects: ['请来的客人'],
      }),
      exampleFigure({
        ...target,
        id: 'jars',
        value: 360,
        printed: '突破360罐',
        unit: '罐',
        comparator: '>',
        subjects: ['果酱'],
      }),
      exampleFigure({
        ...target,
        id: 'songs',
        value: 9.5,
        printed: '力争9.5首',
        unit: '首',
        comparator: 'strive',
        subjects: ['新编的歌'],
      }),
      exampleFigure({
        id: 'debt',
        value: 120,
        printed: '120%以内',
        comparator: '<=',
        kind: 'ceiling',
        subjects: ['赊账的比例'],
      }),
    ],
  }),
  states: [
    { state: 'start' },
    { state: 'drawn', through: 'earn' },
    { state: 'drawn', highlight: 'guests' },
    { state: 'drawn' },
  ],
};

/** Two amounts apart. */
export const pairExample: ChartExample = {
  input: exampleInput('tiles', {
    name: 'pair',
    figures: [
      exampleFigure({
        ...target,
        id: 'new',
        value: 145,
        printed: '145户',
        unit: '户',
        subjects: ['新来的人家'],
      }),
      exampleFigure({
        ...target,
        id: 'listed',
        value: 30,
        printed: '30户',
        unit: '户',
        subjects: ['记进名册的人家'],
        note: '来了不等于记进名册。',
      }),
    ],
  }),
  states: [{ state: 'start' }, { state: 'drawn', through: 'new' }, { state: 'drawn' }],
};
