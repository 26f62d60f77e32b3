/**
 * Checks that every numeral of the report is listed exactly once: as a figure or, with the reason, as a non-figure. Also reads
 * the list of non-figures, `non-figures.csv`.
 */
import { firstLine } from './first-line.js';
import type { Cell, Row, Table } from './csv.js';
import { numeralsOfReport } from './numerals.js';
import type { Problems } from './problems.js';
import { exactly, say, type Place } from './problems.js';
import { firstDifference } from './report.js';
import { parseInteger, readChoice } from './shape.js';
import type { SourceFile } from './source-file.js';
import type { NonFigure, Span } from './types.js';

export const nonFigureColumns = ['start', 'end', 'text', 'reason'] as const;
export type NonFigureColumn = (typeof nonFigureColumns)[number];

export const reasons = [
  ...(['year', 'ordinal', 'plan-name', 'policy-name', 'slogan', 'list-count'] as const),
  ...(['place-name', 'technical-name', 'idiom', 'unit-class'] as const),
] as const;

export interface NonFigureRow extends NonFigure {
  readonly place: Place;
}

export function readNonFigures(
  table: Table<NonFigureColumn>,
  report: string,
  comparable: boolean,
  problems: Problems,
): readonly NonFigureRow[] {
  const read: NonFigureRow[] = [];
  let last = -1;
  for (const row of table.rows) {
    const span = readRange(row, report.length, problems);
    const reason = row.cell('reason');
    const known = readChoice(problems, 'unknown-word', reason.value, reason.place, reasons);
    if (!span) continue;
    const { start, end } = span;
    const there = report.slice(start, end);
    const text = row.cell('text');
    if (start < last)
      problems.add(
        'row-out-of-order',
        row.cell('start').place,
        `${start}`,
        say(`不小于 ${last}`, `no less than ${last}`),
      );
    last = start;
    if (comparable && there !== text.value) {
      problems.add(
        'text-not-found',
        text.placeAt(firstDifference(text.value, there)),
        text.value,
        exactly(there),
        there,
      );
    } else if (comparable && numeralsOfReport(there).length === 0) {
      problems.add('no-numeral', text.place, text.value, say('一个数字', 'a numeral'));
    }
    read.push({ start, end, text: there, reason: known ?? reason.value, place: row.place });
  }
  return read;
}

function readRange(row: Row<NonFigureColumn>, length: number, problems: Problems): Span | undefined {
  const offset = (cell: Cell): number | undefined => {
    const value = parseInteger(cell.value);
    if (value !== undefined && value <= length) return value;
    problems.add(
      'bad-number',
      cell.place,
      cell.value,
      say(`0 到 ${length} 的整数`, `a whole number from 0 to ${length}`),
    );
    return undefined;
  };
  const start = offset(row.cell('start'));
  const end = offset(row.cell('end'));
  if (start === undefined || end === undefined) return undefined;
  if (start < end) return { start, end };
  problems.add('bad-span', row.cell('end').place, `${end}`, say(`大于 ${start}`, `more than ${start}`));
  return undefined;
}

interface Claimed extends Span {
  readonly place: Place;
  readonly figure: boolean;
}

/** Reports numerals that are in neither list, and ranges that overlap another range. */
export function checkCoverage(source: SourceFile, claims: readonly Claimed[], problems: Problems): void {
  const sorted = [...claims].sort((a, b) => a.start - b.start || a.end - b.end);
  sorted.forEach((claim, i) => {
    const before = sorted.slice(0, i).findLast((other) => other.end > claim.start);
    if (before) {
      problems.add(
        'numeral-twice',
        claim.place,
        source.text.slice(claim.start, claim.end),
        say(
          `不与 ${before.place.file} 第 ${before.place.line} 行重叠`,
          `no overlap with ${before.place.file} line ${before.place.line}`,
        ),
      );
    }
    if (!claim.figure) return;
    const numbers = [...source.text.slice(claim.start, claim.end).matchAll(/[0-9]+(?:\.[0-9]+)?/g)];
    if (numbers.length > 1)
      problems.add(
        'span-wrong',
        claim.place,
        source.text.slice(claim.start, claim.end),
        say('一个数', 'one number'),
      );
  });
  for (const numeral of numeralsOfReport(source.text)) {
    if (sorted.some(({ start, end }) => start <= numeral.start && numeral.end <= end)) continue;
    problems.add(
      'numeral-unaccounted',
      source.placeAt(numeral.start),
      around(source.text, numeral),
      say('figures.csv 或 non-figures.csv 里的一行', 'a row in figures.csv or non-figures.csv'),
    );
  }
}

/** A numeral with up to four characters of its line on either side, so that editors recognise it. */
function around(text: string, numeral: Span): string {
  const head = text.slice(Math.max(0, numeral.start - 4), numeral.start);
  const before = head.slice(head.lastIndexOf('\n') + 1);
  return (
    before + text.slice(numeral.start, numeral.end) + firstLine(text.slice(numeral.end, numeral.end + 4))
  );
}
