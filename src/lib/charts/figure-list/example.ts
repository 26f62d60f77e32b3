/** One of every pen and limit, one of them with a note and two subjects. */
import { exampleFigure, exampleInput, type ChartExample } from '../scene/example.js';

export const example: ChartExample = {
  input: exampleInput('figure-list', {
    figures: [
      exampleFigure({ id: 'trees', value: 35, printed: '35棵', unit: '棵', subjects: ['嫁接的树'] }),
      exampleFigure({
        id: 'juice',
        value: 30,
        printed: '30%以上',
        comparator: '>=',
        kind: 'target',
        subjects: ['果汁', '果酱'],
      }),
      exampleFigure({
        id: 'pears',
        value: 360,
        printed: '突破360吨',
        unit: '吨',
        comparator: '>',
        kind: 'target',
        subjects: ['梨的收成'],
      }),
      exampleFigure({
        id: 'waste',
        value: 12,
        printed: '12%以内',
        comparator: '<=',
        kind: 'ceiling',
        subjects: ['丢弃的比例'],
      }),
      exampleFigure({
        id: 'paths',
        value: 4,
        printed: '4条',
        unit: '条',
        comparator: 'strive',
        kind: 'target',
        subjects: ['要修的小路'],
        note: '“力争”管到哪里，原文不清楚。',
      }),
      exampleFigure({
        id: 'store',
        value: 10,
        printed: '10万斤',
        unit: '万斤',
        kind: 'scale',
        subjects: ['果库的名称'],
      }),
      exampleFigure({
        id: 'floor',
        value: 24.7,
        printed: '24.7吨以上',
        unit: '吨',
        comparator: '>=',
        kind: 'threshold',
        subjects: ['留种'],
      }),
    ],
  }),
  states: [{ state: 'drawn' }, { state: 'drawn', through: 'pears' }, { state: 'drawn', highlight: 'juice' }],
};
