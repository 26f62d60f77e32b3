/**
 * The figures of `/data/figures.json` as a table: one row per figure, one column per text and edition, several subjects joined by
 * `|`.
 */
import { comparators, figureKinds, type Story, type Texts } from '../../story/types.js';
import { publishedFigure, type PublishedFigure } from './figures-json.js';
import { perLanguage, required, section, toSection, type Field, type Table } from './table.js';

type Column = Exclude<keyof PublishedFigure, 'subjects' | 'note'>;

const offset = (name: Column, title: string, description: string): Field & { readonly name: Column } => ({
  name,
  type: 'integer',
  title,
  description: `${description}, counted in UTF-16 units of report.zh.txt from 0`,
  constraints: { required: true, minimum: 0 },
});

export const comparator = {
  name: 'comparator',
  type: 'string',
  title: '限定词',
  description: 'How the report limits the number: = as it stands, >= 以上, > 突破, <= 以内, strive 力争',
} as const;

const columns = [
  {
    name: 'id',
    type: 'string',
    title: '编号',
    description: 'Name of the figure; its place in the source page is source/#f-<id>',
    constraints: { required: true, unique: true },
  },
  { ...section, name: 'section' },
  {
    name: 'value',
    type: 'number',
    title: '数值',
    description: 'The number in the unit as printed',
    ...required,
  },
  {
    name: 'unit',
    type: 'string',
    title: '单位',
    description: 'The unit as printed, magnitude included; missing where the report prints none',
  },
  { ...comparator, constraints: { required: true, enum: comparators } },
  {
    name: 'kind',
    type: 'string',
    title: '类别',
    description:
      'A result that the report gives, a target of the plan, an upper limit, a lower limit, or the size in a project’s name',
    constraints: { required: true, enum: figureKinds },
  },
  offset('start', '起', 'Where the number begins'),
  offset('end', '止', 'Where it ends, its comparator word included'),
  {
    name: 'quote',
    type: 'string',
    title: '引文',
    description: 'The smallest clause that says what the number is of',
    ...required,
  },
  offset('quoteStart', '引文起', 'Where that clause begins'),
  offset('quoteEnd', '引文止', 'Where it ends'),
  offset('sentenceStart', '句起', 'Where the whole sentence begins'),
  offset('sentenceEnd', '句止', 'Where it ends'),
] as const satisfies readonly (Field & { readonly name: Column })[];

/** Languages of these texts, in order of first use. */
function languages(texts: readonly Texts[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => Object.keys(text)))];
}

export function figuresTable(story: Story): Table {
  const figures = story.figures.map(publishedFigure);
  const spoken = languages(figures.flatMap((figure) => figure.subjects));
  return {
    name: 'figures',
    path: 'figures.csv',
    title: '数字表',
    description: 'Every number of the report, with the words that say it',
    fields: [
      ...columns,
      ...perLanguage(spoken, 'subjects', '对象', 'What the number is said of; several are joined by |'),
      ...perLanguage(spoken, 'note', '说明', 'What a careful reader must know'),
    ],
    primaryKey: ['id'],
    foreignKeys: [toSection],
    // An edition in preparation may have empty cells.
    rows: figures.map((figure) => [
      ...columns.map(({ name }) => figure[name]),
      ...spoken.map((language) => figure.subjects.map((subject) => subject[language] ?? '').join('|')),
      ...spoken.map((language) => figure.note?.[language] ?? ''),
    ]),
  };
}
