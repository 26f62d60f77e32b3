/** Visitors to an orchard: one dot for a hundred, and a handful of dots for single trees. */
import { exampleFigure, exampleInput, type ChartExample } from '../example.js';

const states = [{ state: 'start' }, { state: 'drawn' }];

export const example: ChartExample = {
  input: exampleInput('unit-dots', {
    figures: [
      exampleFigure({
        id: 'visits',
        value: 19.12,
        printed: '19.12万人次',
        unit: '万人次',
        subjects: ['来果园的人次'],
      }),
    ],
    derived: [
      exampleFigure({
        id: 'visits-dots',
        source: 'derived',
        value: 1912,
        printed: '1912',
        per: '100人次',
        unit: '',
        subjects: ['每点所代表的'],
        from: ['visits'],
      }),
    ],
  }),
  states,
};

/** One dot each, and outlined: a target. */
export const fewExample: ChartExample = {
  input: exampleInput('unit-dots', {
    name: 'few',
    figures: [
      exampleFigure({
        id: 'trees',
        value: 35,
        printed: '35棵',
        unit: '棵',
        kind: 'target',
        subjects: ['要嫁接的树'],
      }),
    ],
  }),
  states,
};
