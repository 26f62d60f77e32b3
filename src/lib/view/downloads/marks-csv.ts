/** Every numeral of the report as a table, in its order: the figures, and what is no figure with the reason. */
import { defined } from '../../invariants/defined.js';
import type { Span, Story } from '../../story/types.js';
import { sentenceNumber } from '../sentence-numbers.js';
import { required, type Table } from './table.js';

export function marksTable(story: Story): Table {
  const { sentences } = story.report;
  const sentenceAround = ({ start, end }: Span) =>
    defined(
      sentences.find((sentence) => sentence.start <= start && end <= sentence.end),
      `sentence around ${start}`,
    );
  const marks = [
    ...story.figures.map(({ id, span, kind, sentence }) => ({
      ...span,
      figure: id,
      kind,
      reason: '',
      sentence,
    })),
    ...story.nonFigures.map((mark) => ({ ...mark, figure: '', kind: '', sentence: sentenceAround(mark) })),
  ].sort((a, b) => a.start - b.start);
  return {
    name: 'marks',
    path: 'marks.csv',
    title: '标注表',
    description: 'Every numeral of the report: each is a figure, or is none for a reason',
    fields: [
      {
        name: 'start',
        type: 'integer',
        title: '起',
        description: 'Where it begins, counted in UTF-16 units of report.zh.txt from 0',
        constraints: { required: true, unique: true, minimum: 0 },
      },
      {
        name: 'end',
        type: 'integer',
        title: '止',
        description: 'Where it ends; the character there is not part of it',
        constraints: { required: true, minimum: 1 },
      },
      { name: 'text', type: 'string', title: '原文', description: 'Its characters', ...required },
      {
        name: 'figure',
        type: 'string',
        title: '数字编号',
        description: 'Id of the figure; missing for what is none',
      },
      { name: 'kind', type: 'string', title: '类别', description: 'The figure’s kind' },
      {
        name: 'reason',
        type: 'string',
        title: '理由',
        description: 'Why it is no figure: a year, an ordinal, a slogan, a name …',
      },
      {
        name: 'sentence',
        type: 'integer',
        title: '第几句',
        description: 'Number of its sentence in the report, from 1',
        constraints: { required: true, minimum: 1 },
      },
      {
        name: 'sentenceStart',
        type: 'integer',
        title: '句起',
        description: 'Where the sentence begins',
        constraints: { required: true, minimum: 0 },
      },
      {
        name: 'sentenceEnd',
        type: 'integer',
        title: '句止',
        description: 'Where the sentence ends',
        constraints: { required: true, minimum: 1 },
      },
    ],
    primaryKey: ['start'],
    foreignKeys: [{ fields: ['figure'], reference: { resource: 'figures', fields: ['id'] } }],
    rows: marks.map(({ start, end, text, figure, kind, reason, sentence }) => [
      start,
      end,
      text,
      figure,
      kind,
      reason,
      sentenceNumber(story, sentence),
      sentence.start,
      sentence.end,
    ]),
  };
}
