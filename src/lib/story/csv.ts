/**
 * A strict CSV reader (RFC 4180, one header row) that knows the position in the file of every character of every cell. It knows
 * the columns' names, not their meaning.
 */
import { present } from '../invariants/defined.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { exactly, say, type Place } from './problems.js';
import type { SourceFile } from './source-file.js';

export interface Cell {
  readonly value: string;
  readonly place: Place;
  /** Position in the file of the character at `index` of `value`. */
  placeAt(index: number): Place;
}

export interface Row<Column extends string> {
  readonly place: Place;
  cell(column: Column): Cell;
}

export interface Table<Column extends string> {
  readonly rows: readonly Row<Column>[];
  /** False if rows may be missing because part of the file could not be read. */
  readonly complete: boolean;
}

interface RawCell {
  readonly value: string;
  readonly start: number;
  /** Offset in the file of each character of `value`, and of its end. */
  readonly offsets: readonly number[];
}

export function readCsv<Column extends string>(
  source: SourceFile,
  columns: readonly Column[],
  problems: Problems,
): Table<Column> {
  if (isPartedOtherwise(source, columns, problems)) return { rows: [], complete: false };
  const { rows, sound } = splitRows(source, problems);
  const [header = [], ...body] = rows;
  const headerSound = checkHeader(header, columns, source, problems);
  if (!headerSound) return { rows: [], complete: false };

  const read: Row<Column>[] = [];
  let complete = sound;
  for (const cells of body) {
    const first = cells[0];
    // Spreadsheets write empty rows, with commas or without: skip them.
    if (first === undefined || cells.every(({ value }) => value.trim() === '')) continue;
    if (cells.length !== columns.length) {
      const extra = cells[columns.length];
      const place = source.placeAt(extra?.start ?? cells.at(-1)?.offsets.at(-1) ?? first.start);
      problems.add('csv-columns', place, `${cells.length}`, exactly(`${columns.length}`));
      complete = false;
      continue;
    }
    const byColumn = new Map(cells.map((cell, i) => [columns[i], locate(cell, source)]));
    read.push({ place: source.placeAt(first.start), cell: (column) => present(byColumn, column) });
  }
  return { rows: read, complete };
}

/**
 * Reports a file whose cells are separated by semicolons (as spreadsheets write them in some countries) or tabs. Reported once,
 * not for each cell.
 */
function isPartedOtherwise(source: SourceFile, columns: readonly string[], problems: Problems): boolean {
  const [line = ''] = source.text.split('\n');
  const named = (separator: string): number =>
    line.split(separator).filter((name) => columns.includes(name.replace(/^[\s"]+|[\s"]+$/g, ''))).length;
  const separator =
    /^sep=(.)$/i.exec(line)?.[1] ??
    [';', '\t', '|', '，', '；'].find((mark) => named(mark) * 2 > columns.length);
  if (separator === undefined || named(',') * 2 > columns.length) return false;
  const place = source.placeAt(Math.max(0, line.indexOf(separator)));
  problems.add(
    'csv-separator',
    place,
    separator,
    say('用逗号隔开的 CSV', 'a CSV whose cells are parted by commas'),
  );
  return true;
}

function locate(raw: RawCell, source: SourceFile): Cell {
  return {
    value: raw.value,
    place: source.placeAt(raw.offsets[0] ?? raw.start),
    placeAt: (index) => source.placeAt(raw.offsets[Math.min(index, raw.offsets.length - 1)] ?? raw.start),
  };
}

/** Checks that the header has exactly the expected columns in the expected order. */
function checkHeader(
  header: readonly RawCell[],
  columns: readonly string[],
  source: SourceFile,
  problems: Problems,
): boolean {
  const names = header.map((cell) => cell.value);
  const missing = columns.filter((column) => !names.includes(column));
  const other = header.filter((cell, i) => !columns.includes(cell.value) || names.indexOf(cell.value) !== i);
  for (const { value, start } of other) {
    const expected = say('没有这一列', 'no such column');
    problems.add('csv-header', source.placeAt(start), value, expected, nearest(value, missing));
  }
  for (const column of missing) {
    const end = header.at(-1)?.offsets.at(-1) ?? 0;
    const expected = say(`列「${column}」`, `a column "${column}"`);
    problems.add('csv-header', source.placeAt(end), names.join(','), expected);
  }
  if (missing.length > 0 || other.length > 0) return false;
  for (const [i, { value, start }] of header.entries()) {
    const column = columns[i];
    if (column === undefined || column === value) continue;
    problems.add('csv-header', source.placeAt(start), value, exactly(column));
    return false;
  }
  return true;
}

/** Splits the text into rows of cells. Reports quoting errors and reads on as well as it can. */
function splitRows(source: SourceFile, problems: Problems): { rows: RawCell[][]; sound: boolean } {
  const { text } = source;
  const rows: RawCell[][] = [];
  let row: RawCell[] = [];
  let at = 0;
  let sound = true;
  const wrong = (offset: number, found: string, zh: string, en: string): void => {
    sound = false;
    problems.add('csv-quoting', source.placeAt(offset), found, say(zh, en));
  };

  while (at < text.length) {
    const start = at;
    let value = '';
    const offsets: number[] = [];
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        if (at >= text.length) {
          wrong(start, '"', '引号要合上', 'a closing quotation mark');
          break;
        }
        if (text[at] === '"') {
          if (text[at + 1] !== '"') break;
          offsets.push(at);
          value += '"';
          at += 2;
          continue;
        }
        offsets.push(at);
        value += text.charAt(at);
        at += 1;
      }
      offsets.push(at);
      at += 1;
      if (at < text.length && text[at] !== ',' && text[at] !== '\n') {
        wrong(
          at,
          text.charAt(at),
          '引号后只能是逗号或换行；单元格里的引号要写两次',
          'a comma or line end after the closing quotation mark; a mark inside a cell is doubled',
        );
        while (at < text.length && text[at] !== ',' && text[at] !== '\n') at += 1;
      }
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') {
        if (text[at] === '"')
          wrong(at, '"', '含引号的单元格要整个加引号', 'the whole cell in quotation marks');
        offsets.push(at);
        value += text.charAt(at);
        at += 1;
      }
      offsets.push(at);
    }
    row.push({ value, start, offsets });
    if (at >= text.length || text[at] === '\n') {
      rows.push(row);
      row = [];
      at += 1;
      continue;
    }
    at += 1;
    // A comma at the very end still opens an empty last cell.
    if (at >= text.length) row.push({ value: '', start: at, offsets: [at] });
  }
  if (row.length > 0) rows.push(row);
  return { rows, sound };
}
