/**
 * What edits of a file's lists have in common (steps, connecting sentences, findings): an item is found by a word of it, and is moved,
 * cut out and put in as whole lines. Knows no list's name.
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
  /** The top-level key that the list stands under. */
  readonly key: string;
  readonly items: readonly Item[];
}
export type ListRead = ({ readonly ok: true } & List) | { readonly ok: false; readonly problem: EditProblem };

/** The list under a top-level key; empty where the file has no such key. */
export function readList(path: string, source: Source, key: string): ListRead {
  const list = readItems(path, source, key);
  return list.ok ? { ok: true, path, source, key, items: list.items } : list;
}

/** Place of the item whose `key` is `name`; -1 where there is none. */
export const indexOf = (items: readonly Item[], key: string, name: string): number =>
  items.findIndex(({ map }) => wordOf(map, key) === name);

export const moveItem = (files: Files, { path, source, items }: List, from: number, to: number): Edited => ({
  ok: true,
  files: { ...files, [path]: moveSpan(source.text, items, from, to) },
});

/**
 * The list without some of its items; the last one takes the key along.
 *
 * @param textOf path of an item's text, of which no translation is recorded any more
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
  // From the last to the first, so that places stay true.
  const spans =
    gone.length === items.length && top !== undefined ? [{ start: top, end: last.end }] : [...gone].reverse();
  const rest = spans.reduce((left, span) => removeSpan(left, span), source.text);
  const changed: Files = { ...files, [path]: rest };
  return { ok: true, files: gone.reduce((left, item) => forget(left, path, textOf(item)), changed) };
}

/**
 * A new item with texts under it: they are written as empty texts first, then filled in like any other.
 *
 * @param to its place, from 0
 * @param lines its own lines without indent or dash: `id: fire`
 * @param text path of its texts: `steps.fire`
 * @param before the top-level key that a list which isn't there yet is put before; absent: at the end
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

/** An item with another plain value of one of its keys. */
export function setWord(files: Files, { path, source }: List, item: Item, key: string, word: string): Edited {
  const { text } = source;
  const [start, end] = rangeOf(item, key);
  if (start === end || text.slice(start, end).includes('\n'))
    return problem('not-one-a-line', path, key, lineAndColumn(text, item.start));
  return { ok: true, files: { ...files, [path]: text.slice(0, start) + word + text.slice(end) } };
}

/**
 * An item with a plain value under one of its keys, in a line of its own after another key's; without a word, the line goes.
 *
 * @param after a key that the item has
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

/** Where the line of a top-level key begins. */
function topLine(source: Source, key: string): number | undefined {
  const found = new RegExp(`^${key}:`, 'm').exec(source.text.replace(/^\uFEFF/, ' '));
  return found?.index;
}

/** Offsets of a key's value in an item. */
export function rangeOf(item: Item, key: string): readonly [number, number] {
  const value: unknown = pairOf(item.map, key)?.value;
  const range =
    typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range)
      ? value.range
      : [];
  const [start, end] = [Number(range[0] ?? 0), Number(range[1] ?? 0)];
  return [start, end];
}

/** Files without what is recorded of a text's translations. */
const forget = (files: Files, path: string, text: string): Files =>
  changeRecords(files, path, (entries) => new Map([...entries].filter(([name]) => name !== text)));
