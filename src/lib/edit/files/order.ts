/**
 * Edits an order, `order.yaml` or a file of `orders/`, line by line: moving a section moves its line with the comment at its end,
 * and changes no other byte. Comments on separate lines stay in place. Does not know which sections exist.
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

/** Reads the lines of an order that name a section. */
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

/** The sections that an order lists, in its order. */
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

/** Moves a section's line to another position, from 0. */
export const moveLine = (text: string, lines: readonly OrderLine[], from: number, to: number): string =>
  moveSpan(text, lines, from, to);

/** Changes `- id` to `- id: hidden` or back; the comment after it stays. */
export function setHidden(text: string, line: OrderLine, hidden: boolean): string {
  if (line.hidden === hidden) return text;
  const { dash = '', id = '', hidden: word = '' } = defined(item.exec(line.text)?.groups, 'line of an order');
  const rest = line.text.slice(dash.length + id.length + word.length);
  return text.slice(0, line.start) + dash + id + (hidden ? ': hidden' : '') + rest + text.slice(line.end);
}

/** Inserts a line, hidden or not, at position `to`, from 0. */
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
 * Puts the sections `published` into this order by moving as few lines as possible, and marks all others as hidden in place.
 * Every section needs a line. A moved line is placed right after the one that it now follows.
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

/** An increasing subsequence that ends at an index, linked to the one it extends. */
interface Chain {
  readonly at: number;
  readonly value: number;
  readonly length: number;
  readonly before: Chain | undefined;
}

/** Indices of a longest increasing subsequence: the items that can stay while the others move. */
export function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  /** The longest increasing subsequence that ends at each index. */
  const chains: Chain[] = [];
  let longest: Chain | undefined;
  for (const [at, value] of values.entries()) {
    let before: Chain | undefined;
    for (const chain of chains)
      if (chain.value < value && chain.length > (before?.length ?? 0)) before = chain;
    const chain = { at, value, length: (before?.length ?? 0) + 1, before };
    chains.push(chain);
    if (chain.length > (longest?.length ?? 0)) longest = chain;
  }
  const kept = new Set<number>();
  for (let chain = longest; chain; chain = chain.before) kept.add(chain.at);
  return kept;
}
