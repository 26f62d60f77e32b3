/**
 * Reads the items of a YAML block list (steps, charts, connecting sentences) as spans of whole lines, each with the comments
 * directly above it. Knows indentation, not the items' meaning.
 */
import { isMap, isSeq, type YAMLMap } from 'yaml';
import { defined } from '../../invariants/defined.js';
import { linesOf, type LineSpan } from './lines.js';
import { lineAndColumn, problem } from './problem.js';
import { pairOf, startOf, type Source } from './source.js';
import type { EditProblem } from './types.js';

export interface Item extends LineSpan {
  /** The item's map. */
  readonly map: YAMLMap;
  /** The text before its first key: `  - `. */
  readonly dash: string;
}
export type ItemsRead =
  | { readonly ok: true; readonly items: readonly Item[] }
  | { readonly ok: false; readonly problem: EditProblem };

/** The items under a top-level key; none if the key is missing. */
export function readItems(path: string, source: Source, key: string): ItemsRead {
  const list: unknown = pairOf(source.root, key)?.value;
  if (list === undefined) return { ok: true, items: [] };
  const lines = linesOf(source.text);
  const lineOf = (offset: number): number => lines.findLastIndex(({ start }) => start <= offset);
  if (!isSeq(list)) return problem('not-readable', path, key);
  const starts: { map: YAMLMap; line: number; dash: string }[] = [];
  for (const item of list.items) {
    const offset = startOf(isMap(item) ? item : list);
    const line = lineOf(offset);
    const { text, start } = defined(lines[line], 'line of an item');
    const dash = /^ *- +/.exec(text)?.[0];
    const alone = isMap(item) && dash !== undefined && offset === start + dash.length;
    if (!isMap(item) || !alone)
      return problem('not-one-a-line', path, key, lineAndColumn(source.text, offset));
    starts.push({ map: item, line, dash });
  }
  const items = starts.map(({ map, line, dash }, i): Item => {
    const depth = dash.indexOf('-');
    const next = starts[i + 1];
    const first = firstLine(lines, line, depth);
    const last = next ? firstLine(lines, next.line, depth) : afterLast(lines, line, depth);
    const { start } = defined(lines[first], 'first line of an item');
    return { map, dash, start, end: lines[last]?.start ?? source.text.length };
  });
  return { ok: true, items };
}

/** Index of the item's first line. Comments directly above it that are not indented deeper than its dash belong to it. */
function firstLine(lines: readonly { text: string }[], line: number, depth: number): number {
  let first = line;
  for (;;) {
    const comment = /^( *)#/.exec(lines[first - 1]?.text ?? '')?.[1];
    if (comment === undefined || comment.length !== depth || depth === 0) return first;
    first -= 1;
  }
}

/**
 * Index of the line after a list's last item: the first line that is not indented deeper than the dash. Blank lines before it
 * don't belong to the item.
 */
function afterLast(lines: readonly { text: string }[], line: number, depth: number): number {
  let after = line + 1;
  for (const [i, { text }] of lines.slice(after).entries()) {
    if (text.trim() === '') continue;
    if (text.length - text.trimStart().length <= depth) break;
    after = line + i + 2;
  }
  return after;
}
