/**
 * Makes story files with one mistake each that the checks must find, and says where the mistake is. Seeded, so the mutants are
 * the same every time.
 */
import type { StoryFiles } from '../../src/lib/story/types.js';
import { seededRandom, type Random } from './random.js';

export interface Mutant {
  readonly file: string;
  /** Text of the whole changed file. */
  readonly text: string;
  /** The changed lines, from 1. */
  readonly lines: readonly number[];
  readonly what: string;
}

const table = 'figures.csv';
const report = 'report/report.zh.txt';

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (files: StoryFiles, path: string): string => new TextDecoder().decode(files.get(path));

export function mutants(files: StoryFiles): Readonly<Record<string, readonly Mutant[]>> {
  const random = seededRandom(20230);
  return {
    'one digit changed in the table': many(70, () => digitInTable(files, random)),
    'a unit changed in the table': many(50, () => unitInTable(files, random)),
    'one character changed in a quote': many(50, () => quoteInTable(files, random)),
    'two quotes swapped': many(30, () => quotesSwapped(files, random)),
    'one digit changed in the report': many(50, () => digitInReport(files, random)),
    'a unit changed in the report': many(40, () => unitInReport(files, random)),
    'a number typed into a section': many(70, () => numberInSection(files, random)),
  };
}

const many = (count: number, make: () => Mutant): readonly Mutant[] => Array.from({ length: count }, make);

export interface TableCell {
  readonly value: string;
  /** Start and end offset of the cell's value in the file, without quotation marks. */
  readonly start: number;
  readonly end: number;
}

/** The cells of a column. Uses a simple parser, so that a fault of the story's own reader cannot hide here. */
export function cellsOf(files: StoryFiles, column: string): readonly TableCell[] {
  const text = textOf(files, table);
  const cell = /(?:"((?:[^"]|"")*)"|([^,\n]*))([,\n]|$)/gy;
  const rows: TableCell[][] = [[]];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) break;
    const quoted = match[1] !== undefined;
    const value = match[1] ?? match[2] ?? '';
    const start = at + (quoted ? 1 : 0);
    rows.at(-1)?.push({ value, start, end: start + value.length });
    if (match[3] === '\n') rows.push([]);
  }
  const [header = [], ...body] = rows;
  const index = header.findIndex(({ value }) => value === column);
  return body.flatMap((row) => row[index] ?? []);
}

function change(path: string, text: string, start: number, end: number, put: string): Mutant {
  const changed = text.slice(0, start) + put + text.slice(end);
  const line = text.slice(0, start).split('\n').length;
  const what = `${path}:${line} ${text.slice(start - 6, start)}[${text.slice(start, end)}→${put}]${text.slice(end, end + 6)}`;
  return { file: path, text: changed, lines: [line], what };
}

function otherDigit(random: Random, digit: string): string {
  return random.pick([...'0123456789'].filter((other) => other !== digit));
}

function digitInTable(files: StoryFiles, random: Random): Mutant {
  const column = random.pick([
    'value',
    'value',
    'start',
    'end',
    'quote_start',
    'quote_end',
    'sentence_start',
    'sentence_end',
  ]);
  const cell = random.pick(cellsOf(files, column));
  const digits = [...cell.value.matchAll(/[0-9]/g)];
  const digit = random.pick(digits);
  const at = cell.start + digit.index;
  return change(table, textOf(files, table), at, at + 1, otherDigit(random, digit[0]));
}

function unitInTable(files: StoryFiles, random: Random): Mutant {
  const cells = cellsOf(files, 'unit');
  const cell = random.pick(cells);
  const others = [...new Set(cells.map(({ value }) => value))].filter((unit) => unit !== cell.value);
  return change(table, textOf(files, table), cell.start, cell.end, random.pick(others));
}

function quoteInTable(files: StoryFiles, random: Random): Mutant {
  const cell = random.pick(cellsOf(files, 'quote'));
  const digits = [...cell.value.matchAll(/[0-9]|[万亿元个家户%]/g)];
  const found = random.pick(digits);
  const put = /[0-9]/.test(found[0])
    ? otherDigit(random, found[0])
    : random.pick([...'万亿元个家户%'].filter((unit) => unit !== found[0]));
  const at = cell.start + found.index;
  return change(table, textOf(files, table), at, at + 1, put);
}

function quotesSwapped(files: StoryFiles, random: Random): Mutant {
  const cells = cellsOf(files, 'quote').filter(({ value }) => !value.includes('"'));
  const first = random.pick(cells);
  const second = random.pick(cells.filter(({ value }) => value !== first.value));
  const [a, b] = first.start < second.start ? [first, second] : [second, first];
  const text = textOf(files, table);
  // A comma in the new value requires quotation marks.
  const bare = ({ start, end }: TableCell): { from: number; to: number } =>
    text[start - 1] === '"' ? { from: start - 1, to: end + 1 } : { from: start, to: end };
  const [fromA, fromB] = [bare(a), bare(b)];
  const changed = `${text.slice(0, fromA.from)}"${b.value}"${text.slice(fromA.to, fromB.from)}"${a.value}"${text.slice(fromB.to)}`;
  const lines = [a, b].map(({ start }) => text.slice(0, start).split('\n').length);
  return { file: table, text: changed, lines, what: `${a.value} ↔ ${b.value}` };
}

function digitInReport(files: StoryFiles, random: Random): Mutant {
  const text = textOf(files, report);
  const digit = random.pick([...text.matchAll(/[0-9]/g)]);
  return change(report, text, digit.index, digit.index + 1, otherDigit(random, digit[0]));
}

function unitInReport(files: StoryFiles, random: Random): Mutant {
  const text = textOf(files, report);
  const units = [...new Set(cellsOf(files, 'unit').map(({ value }) => value))].filter((unit) => unit !== '');
  const pattern = new RegExp(`(?<=[0-9])(?:${units.sort((a, b) => b.length - a.length).join('|')})`, 'g');
  const unit = random.pick([...text.matchAll(pattern)]);
  const put = random.pick(units.filter((other) => other !== unit[0]));
  return change(report, text, unit.index, unit.index + unit[0].length, put);
}

function numberInSection(files: StoryFiles, random: Random): Mutant {
  const path = random.pick([...files.keys()].filter((name) => name.startsWith('story/sections/')));
  const text = textOf(files, path);
  // Only between two Chinese characters of prose, never inside an id, a link or markup.
  const places = [...text.matchAll(/(?<=\p{sc=Han})(?=\p{sc=Han})/gu)].filter(({ index }) => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    return !line.includes('#');
  });
  const { index } = random.pick(places);
  const number = random.pick(['7', '42', '3.5', '１２', '80%', '2023', '七十', '三百']);
  return change(path, text, index, index, number);
}
