/**
 * Reads `figures.csv` and checks each row against the report: quote, number, unit, comparator, sentence. Also checks what a row
 * says about other rows (order, stretch targets). `coverage.ts` checks that no numeral was forgotten.
 */
import { defined } from '../invariants/defined.js';
import type { Cell, Table } from './csv.js';
import { nearest } from './nearest.js';
import { decimalPattern } from './decimal.js';
import type { FigureColumn, FigureRow } from './figure-columns.js';
import { checkStretch, checkSubjects, compare } from './figure-proof.js';
import type { Problems } from './problems.js';
import { exactly, oneOf, say, type Place } from './problems.js';
import { checkId, parseInteger, readChoice } from './shape.js';
import { checkSpan } from './span.js';
import { readCells, type TextReading } from './texts.js';
import {
  comparators,
  figureKinds,
  type EditionCode,
  type Figure,
  type Measure,
  type Quote,
  type Span,
  type Texts,
} from './types.js';
import type { ReportWords } from './words.js';

export interface FigureReading extends TextReading {
  readonly report: string;
  /** The report's own language; subjects in this language must be made of the report's characters. */
  readonly language: EditionCode;
  /** Editions that have columns, in the order of the columns. */
  readonly columns: readonly EditionCode[];
  readonly words: ReportWords;
  readonly sentences: readonly Span[];
  /** False if the report has been changed: comparing each row with it would only repeat that. */
  readonly comparable: boolean;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly measuresComplete: boolean;
  /** Section id → its passage; undefined for a section without one (opening, close). */
  readonly sections: ReadonlyMap<string, Span | undefined>;
  /** False if `untold.yaml` could not be read, so that an unknown section id may be valid. */
  readonly sectionsComplete: boolean;
  /** Sections whose files could not be read, so that their passages are unknown. */
  readonly unread: ReadonlySet<string>;
}

export interface FiguresRead {
  /** Ids of all rows, also of those with problems. */
  readonly ids: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  /** Each figure's range with its row, for `checkCoverage`. */
  readonly spans: readonly (Span & { readonly row: FigureRow })[];
  /** Sentences of the report that contain figures, with the place in the table that names them. */
  readonly sentences: readonly (Span & { readonly place: Place })[];
}

export function readFigures(reading: FigureReading, table: Table<FigureColumn>): FiguresRead {
  const ids = new Set<string>();
  const figures: Figure[] = [];
  const spans: (Span & { row: FigureRow })[] = [];
  const sentences: (Span & { place: Place })[] = [];
  const rows = new Map<string, FigureRow>();
  let last = -1;
  for (const row of table.rows) {
    const id = row.cell('id');
    const fresh = checkId(reading.problems, id.value, id.place, true) && isNew(reading.problems, id, ids);
    const span = readRange(reading, row, 'start', 'end');
    if (span) {
      if (span.start < last) {
        reading.problems.add(
          'row-out-of-order',
          row.cell('start').place,
          `${span.start}`,
          say(`不小于 ${last}`, `no less than ${last}`),
        );
      }
      last = span.start;
      spans.push({ ...span, row });
    }
    const figure = readFigure(reading, row, span);
    const sentence = figure && sameSpan(reading.sentences, figure.sentence);
    if (sentence) sentences.push({ ...sentence, place: row.cell('sentence_start').place });
    if (figure && fresh) {
      figures.push(figure);
      rows.set(figure.id, row);
    }
  }
  for (const figure of figures) {
    const row = rows.get(figure.id);
    if (row) checkStretch(reading.problems, figure, row, figures, ids);
  }
  return { ids, figures, spans, sentences };
}

const sameSpan = (among: readonly Span[], { start, end }: Span): Span | undefined =>
  among.find((span) => span.start === start && span.end === end);

function isNew(problems: Problems, id: Cell, ids: Set<string>): boolean {
  if (ids.has(id.value)) {
    problems.add('duplicate-id', id.place, id.value, say('没有用过的编号', 'an id that is not taken'));
    return false;
  }
  ids.add(id.value);
  return true;
}

function readFigure(reading: FigureReading, row: FigureRow, span: Span | undefined): Figure | undefined {
  const { problems, report, measures } = reading;
  const value = row.cell('value');
  const unit = row.cell('unit').value;
  const printable = decimalPattern.test(value.value);
  if (!printable)
    problems.add(
      'bad-number',
      value.place,
      value.value,
      say('报告所印的数字，如 12.5', 'digits as the report prints them, such as 12.5'),
    );
  const comparator = choose(problems, row.cell('comparator'), comparators);
  const kind = choose(problems, row.cell('kind'), figureKinds);
  const measure = row.cell('measure');
  if (reading.measuresComplete && !measures.has(measure.value)) {
    problems.add(
      'unknown-measure',
      measure.place,
      measure.value,
      say('measures.yaml 里的编号', 'an id of measures.yaml'),
      nearest(measure.value, measures.keys()),
    );
  }
  const quote = readRange(reading, row, 'quote_start', 'quote_end');
  const sentence = readRange(reading, row, 'sentence_start', 'sentence_end');
  const subjects = readSubjects(reading, row);
  const note = readCells({ ...reading, section: row.cell('section').value }, cellsOf(reading, row, 'note'));
  checkSection(reading, row, span);
  if (!printable || !comparator || !kind || !span || !quote || !sentence) return undefined;

  if (reading.comparable) {
    compare(reading, row, span, quote, sentence);
    const claim = {
      value: value.value,
      unit,
      comparator,
      hasNote: note !== undefined,
      ...span,
      quoteEnd: quote.end,
      sentenceStart: sentence.start,
    };
    for (const fault of checkSpan(report, claim, reading.words)) {
      const column = fault.column === 'note' ? (`note_${reading.language}` as const) : fault.column;
      problems.add(fault.rule, row.cell(column).place, fault.found, fault.expected, fault.nearest);
    }
    checkSubjects(reading, row, sentence);
  }
  const allowed =
    kind === 'ceiling'
      ? ['<=']
      : kind === 'threshold'
        ? ['>=']
        : kind === 'reported'
          ? ['=', '>=', '>']
          : comparators;
  if (!allowed.some((limit) => limit === comparator)) {
    problems.add('kind-against-comparator', row.cell('kind').place, `${kind} ${comparator}`, oneOf(allowed));
  }
  const text = ({ start, end }: Span): Quote => ({ start, end, text: report.slice(start, end) });
  const stretchOf = row.cell('stretch_of').value;
  return {
    id: row.cell('id').value,
    section: row.cell('section').value,
    value: Number(value.value),
    printed: value.value,
    unit,
    comparator,
    kind,
    measure: measure.value,
    span: text(span),
    quote: text(quote),
    sentence: text(sentence),
    subjects,
    ...(stretchOf === '' ? {} : { stretchOf }),
    ...(note ? { note } : {}),
  };
}

const choose = <Word extends string>(
  problems: Problems,
  cell: Cell,
  words: readonly Word[],
): Word | undefined => readChoice(problems, 'unknown-word', cell.value, cell.place, words);

function readRange(
  reading: FigureReading,
  row: FigureRow,
  from: FigureColumn,
  to: FigureColumn,
): Span | undefined {
  const offsets = [from, to].map((column) => {
    const cell = row.cell(column);
    const offset = parseInteger(cell.value);
    if (offset !== undefined && offset <= reading.report.length) return offset;
    const most = reading.report.length;
    reading.problems.add(
      'bad-number',
      cell.place,
      cell.value,
      say(`0 到 ${most} 的整数`, `a whole number from 0 to ${most}`),
    );
    return undefined;
  });
  const [start, end] = offsets;
  if (start === undefined || end === undefined) return undefined;
  if (start < end) return { start, end };
  reading.problems.add('bad-span', row.cell(to).place, `${end}`, say(`大于 ${start}`, `more than ${start}`));
  return undefined;
}

function checkSection(reading: FigureReading, row: FigureRow, span: Span | undefined): void {
  const { problems, sections } = reading;
  const cell = row.cell('section');
  if (!sections.has(cell.value)) {
    if (!reading.sectionsComplete) return;
    problems.add(
      'unknown-section',
      cell.place,
      cell.value,
      oneOf(sections.keys()),
      nearest(cell.value, sections.keys()),
    );
    return;
  }
  const passage = sections.get(cell.value);
  if (
    !span ||
    reading.unread.has(cell.value) ||
    (passage && passage.start <= span.start && span.end <= passage.end)
  )
    return;
  const right = [...sections].find(
    ([, other]) => other && other.start <= span.start && span.end <= other.end,
  )?.[0];
  const expected = passage
    ? say(
        `原文 ${passage.start} 到 ${passage.end} 之内`,
        `within the passage ${passage.start} to ${passage.end}`,
      )
    : say('有原文范围的节', 'a section with a passage of the report');
  problems.add('outside-passage', cell.place, cell.value, expected, right);
}

function cellsOf(
  { columns }: FigureReading,
  row: FigureRow,
  name: 'subjects' | 'note',
): Readonly<Record<EditionCode, Cell>> {
  return Object.fromEntries(columns.map((edition) => [edition, row.cell(`${name}_${edition}`)]));
}

/** Reads the subjects, one text per edition for each. Every edition must list the same number of subjects, in the same order. */
function readSubjects(reading: FigureReading, row: FigureRow): readonly Texts[] {
  const cells = Object.entries(cellsOf(reading, row, 'subjects'));
  readCells(reading, Object.fromEntries(cells));
  const { declared } = reading.editions;
  const given = cells.filter(([edition, { value }]) => value !== '' || declared.includes(edition));
  const lists = given.map(([edition, cell]) => ({ edition, cell, names: cell.value.split('|') }));
  const first = defined(lists[0], 'column of subjects');
  const count = first.names.length;
  for (const { cell, names } of lists) {
    if (names.length !== count)
      reading.problems.add('subjects-unequal', cell.place, `${names.length}`, exactly(`${count}`));
  }
  for (const { cell, names } of lists) {
    if (names.some((name) => name.trim() === '') || new Set(names).size !== names.length) {
      reading.problems.add(
        'missing-text',
        cell.place,
        cell.value,
        say('用 | 隔开、互不相同的对象', 'different subjects, parted by |'),
      );
    }
  }
  // Unequal counts have been reported above; then some subjects have no name in some edition.
  return first.names.map((_, i) =>
    Object.fromEntries(lists.map(({ edition, names }) => [edition, names[i] ?? ''])),
  );
}
