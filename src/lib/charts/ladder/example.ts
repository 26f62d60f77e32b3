/** A place among the best hundred orchards, hoped for. */
import { exampleFigure, exampleInput, type ChartExample } from '../scene/example.js';

export const example: ChartExample = {
  input: exampleInput('ladder', {
    figures: [
      exampleFigure({
        id: 'place',
        value: 90,
        printed: '前90',
        unit: '',
        measure: 'rank',
        kind: 'target',
        comparator: 'strive',
        subjects: ['全国百佳果园的名次'],
      }),
    ],
    options: { list: ['百佳果园'] },
  }),
  states: [{ state: 'start' }, { state: 'drawn' }],
};

/** A short list, and a plain target. */
export const shortExample: ChartExample = {
  input: exampleInput('ladder', {
    name: 'short',
    figures: [
      exampleFigure({
        id: 'fair',
        value: 3,
        printed: '前3',
        unit: '',
        measure: 'rank',
        kind: 'target',
        subjects: ['集市上的名次'],
      }),
    ],
    options: { list: ['集市十佳'] },
  }),
  states: [{ state: 'start' }, { state: 'drawn' }],
};
