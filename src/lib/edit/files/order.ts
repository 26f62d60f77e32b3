/**
 * `order.yaml` and its sisters, line by line: moving a section moves its line, with what it says behind it, and changes
 * no other byte. Comments on lines of their own stay where they are. Which sections exist is not known here.
 */
import { defined } from '../../invariants/defined.js';
import { ended, insertLines, linesOf, moveSpan, newlineOf, removeSpan, type LineSpan } from './lines.js';
import { lineAndColumn, problem } from './problem.js';
import type { EditProblem, Files, OrderEntry, OrderRead } from './types.js';

export interface OrderLine extends LineSpan, OrderEntry {
  readonly text: string;
}
export type LinesRead =
  | { readonly ok: true; readonly lines: readonly OrderLine[]; readonly listStart: number }
  | { readonly ok: false; readonly problem: EditProblem };

export const mainOrder = 'story/order.yaml';
export const orderPath = (name: string | undefined): string =>
  name === undefined ? mainOrder : `story/orders/${name}.yaml`;

const item =
  /^(?<dash> *- +)(?<id>"[\w-]+"|'[\w-]+'|[\w-]+)(?<hidden> *: +(?:hidden|"hidden"|'hidden'))? *(?<comment>#[^\n]*?)?\r?\n?$/;

/** The lines of an order that name a section. */
export function readLines(path: string, text: string): LinesRead {
  const lines: OrderLine[] = [];
  let listStart: number | undefined;
  for (const line of linesOf(text)) {
    const content = line.text.replace(/^\uFEFF/, '').trim();
    if (content === '' || content.startsWith('#')) continue;
    if (listStart === undefined && /^sections: *(?:#.*)?$/.test(content)) {
      listStart = line.end;
      continue;
    }
    const found = listStart === undefined ? null : item.exec(line.text);
    const { id, hidden, comment } = found?.groups ?? {};
    if (id === undefined) return problem('not-one-a-line', path, content, lineAndColumn(text, line.start));
    lines.push({
      ...line,
      id: id.replace(/["']/g, ''),
      hidden: hidden !== undefined,
      ...(comment === undefined ? {} : { comment: comment.slice(1).trim() }),
    });
  }
  if (listStart === undefined) return problem('not-one-a-line', path, text.slice(0, 40));
  return { ok: true, lines, listStart };
}

/** Which sections an order lists, in its order. */
export function readOrderLines(files: Files, name?: string): OrderRead {
  const path = orderPath(name);
  const text = Object.hasOwn(files, path) ? files[path] : undefined;
  if (text === undefined) return problem(name === undefined ? 'no-file' : 'unknown-order', path, path);
  const read = readLines(path, text);
  if (!read.ok) return read;
  return {
    ok: true,
    lines: read.lines.map(({ id, hidden, comment }) => ({
      id,
      hidden,
      ...(comment === undefined ? {} : { comment }),
    })),
  };
}

/** The line of a section moved to a place among the lines. */
export const moveLine = (text: string, lines: readonly OrderLine[], from: number, to: number): string =>
  moveSpan(text, lines, from, to);

/** `- id` ↔ `- id: hidden`; the comment behind it stays. */
export function setHidden(text: string, line: OrderLine, hidden: boolean): string {
  if (line.hidden === hidden) return text;
  const { dash = '', id = '', hidden: word = '' } = defined(item.exec(line.text)?.groups, 'line of an order');
  const rest = line.text.slice(dash.length + id.length + word.length);
  return text.slice(0, line.start) + dash + id + (hidden ? ': hidden' : '') + rest + text.slice(line.end);
}

/** A new line, hidden or not, as the `to`th. */
export function insertLine(
  text: string,
  { lines, listStart }: { readonly lines: readonly OrderLine[]; readonly listStart: number },
  to: number,
  entry: OrderEntry,
): string {
  const dash = item.exec(lines[0]?.text ?? '')?.groups?.['dash'] ?? '  - ';
  const line = `${dash}${entry.id}${entry.hidden ? ': hidden' : ''}${newlineOf(text)}`;
  if (lines.length > 0) return insertLines(text, lines, to, line);
  const whole = ended(text);
  const at = Math.min(listStart, text.length) === text.length ? whole.length : listStart;
  return whole.slice(0, at) + line + whole.slice(at);
}

export const removeLine = (text: string, line: OrderLine): string => removeSpan(text, line);

/**
 * `published` in this order with as few lines moved as can be, all others hidden where they are; each must have a line.
 * A line that moves lands right after the one that it now follows.
 */
export function arrange(path: string, text: string, published: readonly string[]): string {
  const linesNow = (current: string): readonly OrderLine[] => {
    const read = readLines(path, current);
    return read.ok ? read.lines : [];
  };
  const places = new Map(linesNow(text).map(({ id }, i) => [id, i]));
  const staying = longestIncreasing(published.map((id) => places.get(id) ?? -1));
  let current = text;
  published.forEach((id, i) => {
    if (staying.has(i)) return;
    const lines = linesNow(current);
    const from = lines.findIndex((line) => line.id === id);
    const before = lines.findIndex((line) => line.id === published[i - 1]);
    current = moveLine(current, lines, from, from < before ? before : before + 1);
  });
  for (const { id } of linesNow(current)) {
    const line = linesNow(current).find((other) => other.id === id);
    if (line) current = setHidden(current, line, !published.includes(id));
  }
  return current;
}

/** A run of increasing values that ends at a place, with the run that it goes on from. */
interface Run {
  readonly at: number;
  readonly value: number;
  readonly length: number;
  readonly before: Run | undefined;
}

/** Indices of a longest increasing subsequence: what may stay while the rest moves round it. */
export function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  /** The longest run that ends at each place. */
  const runs: Run[] = [];
  let longest: Run | undefined;
  for (const [at, value] of values.entries()) {
    let before: Run | undefined;
    for (const run of runs) if (run.value < value && run.length > (before?.length ?? 0)) before = run;
    const run = { at, value, length: (before?.length ?? 0) + 1, before };
    runs.push(run);
    if (run.length > (longest?.length ?? 0)) longest = run;
  }
  const kept = new Set<number>();
  for (let run = longest; run; run = run.before) kept.add(run.at);
  return kept;
}
