/** Edits inside a section: its steps and its connecting sentences. */
import type { EditionCode } from '../../story/types.js';
import { checkNewId, openSection, sectionPath, textAt } from './file-access.js';
import { readItems, type Item } from './items.js';
import { ended, insertLines, moveSpan, newlineOf, removeSpan } from './lines.js';
import { changeRecords, copyRecords } from './lock.js';
import { lineAndColumn, problem } from './problem.js';
import { pairOf, wordOf, type Source } from './source.js';
import { showWords } from './show.js';
import { replaceAll, type NewText } from './new-text.js';
import type { EditionTexts, EditProblem, Edited, Files, ShowEdit } from './types.js';

type ListRead =
  | { readonly ok: true; readonly path: string; readonly source: Source; readonly items: readonly Item[] }
  | { readonly ok: false; readonly problem: EditProblem };

function readList(files: Files, section: string, key: 'steps' | 'lead_in'): ListRead {
  const path = sectionPath(section);
  const read = openSection(files, section);
  if (!read.ok) return read;
  const list = readItems(path, read.source, key);
  return list.ok ? { ok: true, path, source: read.source, items: list.items } : list;
}

const indexOf = (items: readonly Item[], key: string, name: string): number =>
  items.findIndex(({ map }) => wordOf(map, key) === name);

const unknownStep = (path: string, step: string): Edited => problem('unknown-step', path, step);

export function moveStep(files: Files, section: string, step: string, to: number): Edited {
  const list = readList(files, section, 'steps');
  if (!list.ok) return list;
  const from = indexOf(list.items, 'id', step);
  if (from < 0) return unknownStep(list.path, step);
  return { ok: true, files: { ...files, [list.path]: moveSpan(list.source.text, list.items, from, to) } };
}

export function removeStep(files: Files, section: string, step: string): Edited {
  const list = readList(files, section, 'steps');
  if (!list.ok) return list;
  const item = list.items[indexOf(list.items, 'id', step)];
  if (!item) return unknownStep(list.path, step);
  if (list.items.length === 1) return problem('last-one', list.path, step);
  const changed = { ...files, [list.path]: removeSpan(list.source.text, item) };
  return { ok: true, files: forget(changed, list.path, `steps.${step}`) };
}

export function duplicateStep(files: Files, section: string, step: string, as: string): Edited {
  const list = readList(files, section, 'steps');
  if (!list.ok) return list;
  const at = indexOf(list.items, 'id', step);
  const item = list.items[at];
  if (!item) return unknownStep(list.path, step);
  const refused = checkNewId(list.path, as, indexOf(list.items, 'id', as) >= 0);
  if (refused) return refused;
  const { text } = list.source;
  const [start, end] = rangeOf(item, 'id');
  const copy = ended(text.slice(item.start, start) + as + text.slice(end, item.end));
  const changed = { ...files, [list.path]: insertLines(text, list.items, at + 1, copy) };
  return {
    ok: true,
    files: copyRecords(changed, list.path, list.path, (name) =>
      name === `steps.${step}` ? `steps.${as}` : undefined,
    ),
  };
}

export function addStep(
  files: Files,
  section: string,
  step: string,
  to: number,
  show: ShowEdit | undefined,
  texts: EditionTexts,
): Edited {
  const list = readList(files, section, 'steps');
  if (!list.ok) return list;
  const refused = checkNewId(list.path, step, indexOf(list.items, 'id', step) >= 0);
  if (refused) return refused;
  const { text } = list.source;
  const place = Math.max(0, Math.min(Math.trunc(to), list.items.length));
  const sister = list.items[Math.max(0, place - 1)];
  if (!sister) return problem('unknown-step', list.path, '');
  const [start, end] = rangeOf(sister, 'show');
  const words = show ? showWords(list.path, show) : { ok: true as const, words: text.slice(start, end) };
  if (!words.ok) return words;
  const newline = newlineOf(text);
  const pad = ' '.repeat(sister.dash.length);
  const lines = [`${sister.dash}id: ${step}`, `${pad}show: ${words.words}`];
  return withTexts(files, list, place, lines, pad, newline, `steps.${step}`, texts);
}

export function setShow(files: Files, section: string, step: string, show: ShowEdit): Edited {
  const list = readList(files, section, 'steps');
  if (!list.ok) return list;
  const item = list.items[indexOf(list.items, 'id', step)];
  if (!item) return unknownStep(list.path, step);
  const words = showWords(list.path, show);
  if (!words.ok) return words;
  const { text } = list.source;
  const [start, end] = rangeOf(item, 'show');
  if (start === end || text.slice(start, end).includes('\n'))
    return problem('not-one-a-line', list.path, 'show', lineAndColumn(text, item.start));
  return { ok: true, files: { ...files, [list.path]: text.slice(0, start) + words.words + text.slice(end) } };
}

export function addLeadIn(files: Files, section: string, after: string, texts: EditionTexts): Edited {
  const list = readList(files, section, 'lead_in');
  if (!list.ok) return list;
  if (textAt(files, sectionPath(after)) === undefined || after === section)
    return problem('unknown-section', list.path, after);
  const { source, path } = list;
  if (indexOf(list.items, 'after', after) >= 0) return problem('taken', path, after);
  const newline = newlineOf(source.text);
  const dash = list.items[0]?.dash ?? '  - ';
  const lines = [`${dash}after: ${after}`];
  const pad = ' '.repeat(dash.length);
  if (list.items.length > 0)
    return withTexts(files, list, list.items.length, lines, pad, newline, `lead_in.${after}`, texts);
  if (pairOf(source.root, 'lead_in')) return problem('not-one-a-line', path, 'lead_in');
  const stage = topLine(source, 'stage');
  if (stage === undefined) return problem('not-readable', path, 'stage');
  return withTexts(
    files,
    { ...list, items: [{ start: stage, end: stage }] },
    0,
    ['lead_in:', ...lines],
    pad,
    newline,
    `lead_in.${after}`,
    texts,
  );
}

export function removeLeadIn(files: Files, section: string, after: string): Edited {
  const list = readList(files, section, 'lead_in');
  if (!list.ok) return list;
  const item = list.items[indexOf(list.items, 'after', after)];
  if (!item) return problem('unknown-text', list.path, `lead_in.${after}`);
  const { text } = list.source;
  // The last sentence takes the key along.
  const key = topLine(list.source, 'lead_in');
  const start = list.items.length === 1 && key !== undefined ? key : item.start;
  const changed = { ...files, [list.path]: removeSpan(text, { start, end: item.end }) };
  return { ok: true, files: forget(changed, list.path, `lead_in.${after}`) };
}

/** Where the line of a top-level key begins. */
export function topLine(source: Source, key: string): number | undefined {
  const found = new RegExp(`^${key}:`, 'm').exec(source.text.replace(/^\uFEFF/, ' '));
  return found?.index;
}

/** Offsets of a key's value in an item. */
function rangeOf(item: Item, key: string): readonly [number, number] {
  const value: unknown = pairOf(item.map, key)?.value;
  const range =
    typeof value === 'object' && value !== null && 'range' in value && Array.isArray(value.range)
      ? value.range
      : [];
  const [start, end] = [Number(range[0] ?? 0), Number(range[1] ?? 0)];
  return [start, end];
}

/** New lines with texts under them: written as empty texts first, then filled in like any other. */
function withTexts(
  files: Files,
  list: {
    readonly path: string;
    readonly source: Source;
    readonly items: readonly { start: number; end: number }[];
  },
  place: number,
  lines: readonly string[],
  pad: string,
  newline: string,
  path: string,
  texts: EditionTexts,
): Edited {
  const named: readonly [EditionCode, string][] = Object.entries(texts);
  const empty = named.map(([edition]) => `${pad}${edition}: |${newline}${pad}  -`);
  const block = [...lines, ...empty].map((line) => line + newline).join('');
  const changed = { ...files, [list.path]: insertLines(list.source.text, list.items, place, block) };
  const wanted = named.map(([language, text]): NewText => ({ file: list.path, path, language, text }));
  return replaceAll(changed, wanted);
}

/** Files without what is recorded of a text's translations. */
export const forget = (files: Files, path: string, text: string): Files =>
  changeRecords(files, path, (entries) => new Map([...entries].filter(([name]) => name !== text)));
