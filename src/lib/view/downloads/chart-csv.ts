/**
 * One chart's own figures as a table: what it draws, in its order, each with the words that say it or the formula. A chart without
 * numbers is made of words, which are then the rows: quotations of the report, or our own texts.
 */
import { formatFor } from '../../format/index.js';
import {
  figureKinds,
  type EditionCode,
  type Paragraph,
  type Section,
  type StageChart,
  type Story,
} from '../../story/types.js';
import { chartDataPath, derivedHref, figureHref } from '../hrefs.js';
import { inEdition } from '../in-edition.js';
import { derivedLabel, figureLabel } from '../labels.js';
import { named } from '../named.js';
import { inline } from '../plain-text.js';
import { renderingOf } from '../renderings.js';
import { sentenceNumber } from '../sentence-numbers.js';
import { formulaText } from '../sheet/formula.js';
import { comparator } from './figures-csv.js';
import { perLanguage, type Cell, type Table } from './table.js';

interface Row {
  readonly figure?: string;
  readonly derived?: string;
  readonly labels: readonly string[];
  readonly value?: Cell;
  readonly unit?: string;
  readonly comparator?: string;
  readonly kind: string;
  readonly quote?: string;
  readonly sentence?: number;
  readonly formulas?: readonly string[];
  readonly address?: string;
}

/** @param site the site's address, if the build knows it: addresses are then absolute, otherwise relative to the site's root */
export function chartTable(
  story: Story,
  section: Section,
  chart: StageChart,
  site: string | undefined,
): Table {
  const { editions } = story;
  const path = chartDataPath(section.id, chart.name);
  const title = (edition: EditionCode) =>
    inline({ story, edition, format: formatFor(edition) }, inEdition(chart.title, edition));
  const [original = '', ...others] = editions.map(title);
  const addressed = (address: string) => (site === undefined ? address : new URL(address, site).href);
  const rows = rowsOf(story, chart);
  return {
    name: `${section.id}--${chart.name}`,
    path: path.replace(/^data\//, ''),
    title: original,
    description: [`What the chart ${section.id}/${chart.name} shows`, ...others].join(': '),
    fields: [
      {
        name: 'row',
        type: 'integer',
        title: '序号',
        description: 'Position in the chart’s order, from 1',
        constraints: { required: true, unique: true, minimum: 1 },
      },
      { name: 'figure', type: 'string', title: '数字编号', description: 'Id of a figure of the report' },
      { name: 'derived', type: 'string', title: '推算编号', description: 'Id of a number of our arithmetic' },
      ...perLanguage(editions, 'label', '对象', 'What it is a number of; of words, the words'),
      {
        name: 'value',
        type: 'number',
        title: '数值',
        description: 'The number in its unit, as the story prints it',
      },
      { name: 'unit', type: 'string', title: '单位', description: 'Its unit' },
      comparator,
      {
        name: 'kind',
        type: 'string',
        title: '类别',
        description: 'The figure’s kind, derived (ours), quotation (the report’s words) or text (ours)',
        constraints: { required: true, enum: [...figureKinds, 'derived', 'quotation', 'text'] },
      },
      { name: 'quote', type: 'string', title: '引文', description: 'The report’s words' },
      {
        name: 'sentence',
        type: 'integer',
        title: '第几句',
        description: 'Number of their sentence in the report, from 1',
        constraints: { minimum: 1 },
      },
      ...perLanguage(editions, 'formula', '算式', 'How a derived number is worked out'),
      {
        name: 'address',
        type: 'string',
        title: '出处',
        description:
          'Where it can be checked; relative to the site’s root where the site’s address is not known',
      },
    ],
    primaryKey: ['row'],
    foreignKeys: [
      { fields: ['figure'], reference: { resource: 'figures', fields: ['id'] } },
      { fields: ['derived'], reference: { resource: 'derived', fields: ['id'] } },
    ],
    rows: rows.map((row, i): Cell[] => [
      i + 1,
      row.figure ?? '',
      row.derived ?? '',
      ...row.labels,
      row.value ?? '',
      row.unit ?? '',
      row.comparator ?? '',
      row.kind,
      row.quote ?? '',
      row.sentence ?? '',
      ...(row.formulas ?? editions.map(() => '')),
      row.address === undefined ? '' : addressed(row.address),
    ]),
  };
}

function rowsOf(story: Story, { figures, derived, options }: StageChart): readonly Row[] {
  const { editions } = story;
  const numbers = [
    ...figures.map((id): Row => {
      const figure = named(story.figures, id);
      const { value, unit, comparator, kind, quote, sentence } = figure;
      return {
        figure: id,
        labels: editions.map((edition) => figureLabel(figure, edition)),
        ...{ value, unit, comparator, kind },
        quote: quote.text,
        sentence: sentenceNumber(story, sentence),
        address: figureHref('', id),
      };
    }),
    ...derived.map((id): Row => {
      const entry = named(story.derived, id);
      const { printed: value, unit, comparator } = entry;
      return {
        derived: id,
        labels: editions.map((edition) => derivedLabel(entry, edition)),
        ...{ value, unit, comparator },
        kind: 'derived',
        formulas: editions.map((edition) => formulaText(story, entry, edition)),
        address: derivedHref('', id),
      };
    }),
  ];
  if (numbers.length > 0) return numbers;
  const [original] = editions;
  const plain = (text: Paragraph, edition: EditionCode) =>
    inline({ story, edition, format: formatFor(edition) }, text);
  return Object.values(options).flatMap((option): Row[] => {
    if (option.type === 'texts')
      return option.items.map((texts) => ({
        labels: editions.map((edition) => plain(inEdition(texts, edition), edition)),
        kind: 'text',
      }));
    if (option.type !== 'quotes') return [];
    return option.items.map((quote) => {
      const around = story.report.sentences.find(
        ({ start, end }) => start <= quote.start && quote.start < end,
      );
      return {
        labels: editions.map((edition) =>
          edition === original ? quote.text : (renderingOf(story, quote, edition) ?? ''),
        ),
        kind: 'quotation',
        quote: quote.text,
        ...(around ? { sentence: sentenceNumber(story, around) } : {}),
        address: 'source/',
      };
    });
  });
}
