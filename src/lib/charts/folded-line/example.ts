/** The paths of an orchard, and those still to be laid. */
import { exampleFigure, exampleInput, type ChartExample } from '../scene/example.js';

const states = [{ state: 'start' }, { state: 'drawn' }];

export const example: ChartExample = {
  input: exampleInput('folded-line', {
    figures: [
      exampleFigure({
        id: 'paths',
        value: 2211,
        printed: '2211公里',
        unit: '公里',
        measure: 'length',
        subjects: ['修通的小路'],
      }),
    ],
    derived: [
      exampleFigure({
        id: 'paths-bars',
        source: 'derived',
        value: 22.11,
        printed: '22.11',
        per: '100公里',
        unit: '',
        from: ['paths'],
      }),
    ],
  }),
  states,
};

export const targetExample: ChartExample = {
  input: exampleInput('folded-line', {
    name: 'target',
    figures: [
      exampleFigure({
        id: 'fence',
        value: 76,
        printed: '76米以上',
        unit: '米',
        measure: 'length',
        kind: 'target',
        comparator: '>=',
        subjects: ['要修的篱笆'],
      }),
    ],
    derived: [
      exampleFigure({
        id: 'fence-bars',
        source: 'derived',
        value: 7.6,
        printed: '7.6',
        per: '10米',
        unit: '',
        from: ['fence'],
      }),
    ],
  }),
  states,
};
