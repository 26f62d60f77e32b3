/**
 * Shared by the edits of lists (steps, connecting sentences, findings): finds an item by the value of a key, and moves, removes
 * and inserts items as whole lines. Knows no particular list.
 */
import type { EditionCode } from '../../story/types.js';
import { readItems, type Item } from './items.js';
import { ended, insertLines, linesOf, moveSpan, newlineOf, removeSpan } from './lines.js';
import { changeRecords } from './lock.js';
import { replaceAll, type NewText } from './new-text.js';
import { lineAndColumn, problem } from './problem.js';
import { pairOf, wordOf, type Source } from './source.js';
import type { EditionTexts, EditProblem, Edited, Files } from './types.js';

export interface List {
  readonly path: string;
  readonly source: Source;
  /** The list's top-level key. */
  readonly key: string;
  readonly items: readonly Item[];
}
export type ListRead = ({ readonly ok: true } & List) | { readonly ok: false; readonly problem: EditProblem };

/** Reads the list under a top-level key; empty if the file has no such key. */
export function readList(path: string, source: Source, key: string): ListRead {
  const list = readItems(path, source, key);
  return list.ok ? { ok: true, path, source, key, items: list.items } : list;
}

/** Index of the item whose `key` has the value `name`; -1 if there is none. */
export const indexOf = (items: readonly Item[], key: string, name: string): number =>
  items.findIndex(({ map }) => wordOf(map, key) === name);

export const moveItem = (files: Files, { path, source, items }: List, from: number, to: number): Edited => ({
  ok: true,
  files: { ...files, [path]: moveSpan(source.text, items, from, to) },
});

/**
 * Removes some items; if none remains, removes the list's key too.
 *
 * @param textOf path of an item's text, whose translation records are removed
 */
export function removeItems(
  files: Files,
  { path, source, key, items }: List,
  gone: readonly Item[],
  textOf: (item: Item) => string,
): Edited {
  const last = gone.at(-1);
  if (!last) return { ok: true, files };
  const top = topLine(source, key);
  // From the last item to the first, so that the offsets of the others stay valid.
  const spans =
    gone.length === items.length && top !== undefined ? [{ start: top, end: last.end }] : [...gone].reverse();
  const rest = spans.reduce((left, span) => removeSpan(left, span), source.text);
  const changed: Files = { ...files, [path]: rest };
  return { ok: true, files: gone.reduce((left, item) => forget(left, path, textOf(item)), changed) };
}

/**
 * Adds an item with texts. The texts are written empty first, then replaced like any other text.
 *
 * @param to its position, from 0
 * @param lines its lines without indentation or dash: `id: fire`
 * @param text path of its texts: `steps.fire`
 * @param before the top-level key before which a missing list is inserted; absent: at the end of the file
 */
export function addItem(
  files: Files,
  { path, source, key, items }: List,
  to: number,
  lines: readonly string[],
  { text, texts, before }: { readonly text: string; readonly texts: EditionTexts; readonly before?: string },
): Edited {
  if (items.length === 0 && pairOf(source.root, key)) return problem('not-one-a-line', path, key);
  const newline = newlineOf(source.text);
  const dash = (items[Math.max(0, to - 1)] ?? items[0])?.dash ?? '  - ';
  const pad = ' '.repeat(dash.length);
  const named: readonly [EditionCode, string][] = Object.entries(texts);
  const block = [
    ...(items.length === 0 ? [`${key}:`] : []),
    ...lines.map((line, i) => (i === 0 ? dash : pad) + line),
    ...named.flatMap(([edition]) => [`${pad}${edition}: |`, `${pad}  -`]),
  ];
  const whole = ended(source.text);
  const end = (before === undefined ? undefined : topLine(source, before)) ?? whole.length;
  const spans = items.length > 0 ? items : [{ start: end, end }];
  const put = insertLines(source.text, spans, to, block.map((line) => line + newline).join(''));
  const wanted = named.map(([language, each]): NewText => ({ file: path, path: text, language, text: each }));
  return replaceAll({ ...files, [path]: put }, wanted);
}

/** Replaces the plain value of one of an item's keys. */
export function setWord(files: Files, { path, source }: List, item: Item, key: string, word: string): Edited {
  const { text } = source;
  const [start, end] = rangeOf(item, key);
  if (start === end || text.slice(start, end).includes('\n'))
    return problem('not-one-a-line', path, key, lineAndColumn(text, item.start));
  return { ok: true, files: { ...files, [path]: text.slice(0, start) + word + text.slice(end) } };
}

/**
 * Sets a key of an item to a plain value: changes the value that is there, or adds a line for the key.
 *
 * @param word undefined removes the key's line
 * @param after the key whose line a new line follows; the item has it
 */
export function setLine(
  files: Files,
  list: List,
  item: Item,
  { key, word, after }: { readonly key: string; readonly word: string | undefined; readonly after: string },
): Edited {
  const present = pairOf(item.map, key) !== undefined;
  if (present && word !== undefined) return setWord(files, list, item, key, word);
  if (!present && word === undefined) return { ok: true, files };
  const { text } = list.source;
  const [, end] = rangeOf(item, present ? key : after);
  const line = linesOf(text).find((each) => each.start < end && end <= each.end);
  // An item may be written in one line, in braces: there is no line to add to, or to take away.
  if (!line || line.start < item.start || /[{}]/.test(line.text))
    return problem('not-one-a-line', list.path, key, lineAndColumn(text, item.start));
  const whole = ended(text);
  const added = word === undefined ? '' : `${' '.repeat(item.dash.length)}${key}: ${word}${newlineOf(text)}`;
  const at = line.end === text.length ? whole.length : line.end;
  const put = present ? removeSpan(text, line) : whole.slice(0, at) + added + whole.slice(at);
  return { ok: true, files: { ...files, [list.path]: put } };
}

/** Offset of a top-level key's line. */
function topLine(source: Source, key: string): number | undefined {
  const found = new RegExp(`^${key}:`, 'm').exec(source.text.replace(/^\uFEFF/, ' '));
  return found?.index;
}

/** Start and end offset of a key's value in an item. */
export function rangeOf(item: Item, key: string): readonly [number, number] {
  const value: unknown = pairOf(item.map, key)?.value;
  const range =
    typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range)
      ? value.range
      : [];
  const [start, end] = [Number(range[0] ?? 0), Number(range[1] ?? 0)];
  return [start, end];
}

/** Removes a text's entries from the translation records. */
const forget = (files: Files, path: string, text: string): Files =>
  changeRecords(files, path, (entries) => new Map([...entries].filter(([name]) => name !== text)));
