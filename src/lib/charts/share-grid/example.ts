/** How much of an orchard is under nets: three questions, three grids. */
import { exampleFigure, exampleInput, type ChartExample } from '../scene/example.js';

const share = (id: string, value: number, subject: string) =>
  exampleFigure({ id, value, printed: `${value}%`, kind: 'target', subjects: [subject] });

export const example: ChartExample = {
  input: exampleInput('share-grid', {
    figures: [
      share('south', 100, '南坡的防鸟网'),
      share('north', 30, '北坡的防鸟网'),
      share('drip', 80, '滴灌'),
    ],
    derived: [
      exampleFigure({
        id: 'nets-gap',
        source: 'derived',
        value: 70,
        printed: '70个百分点',
        unit: '%',
        from: ['south', 'north'],
      }),
    ],
    options: { gap: ['nets-gap'], missing: ['whole'] },
  }),
  states: [
    { state: 'start' },
    { state: 'drawn', through: 'south', highlight: 'south' },
    { state: 'gap', through: 'north' },
    { state: 'drawn', highlight: 'drip' },
    { state: 'gap' },
    { state: 'drawn' },
  ],
};

/** Every limit. */
export const limitsExample: ChartExample = {
  input: exampleInput('share-grid', {
    name: 'limits',
    figures: [
      exampleFigure({
        id: 'village',
        value: 60,
        printed: '60%',
        comparator: '>=',
        kind: 'target',
        subjects: ['村里用于果园的钱'],
      }),
      exampleFigure({
        id: 'family',
        value: 50,
        printed: '50%以上',
        comparator: '>=',
        kind: 'target',
        subjects: ['家里的'],
      }),
      exampleFigure({
        id: 'lost',
        value: 12,
        printed: '12%以内',
        comparator: '<=',
        kind: 'ceiling',
        subjects: ['落果'],
      }),
      exampleFigure({ id: 'sold', value: 45, printed: '45%', subjects: ['卖出的'] }),
    ],
  }),
  states: [{ state: 'start' }, { state: 'drawn', through: 'village' }, { state: 'drawn' }],
};
