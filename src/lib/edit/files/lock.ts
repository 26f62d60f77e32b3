/**
 * Keeps the translation records, `story/translations/<edition>.yaml`, consistent with edits: the entry of a removed text is
 * removed, the copy of a text gets a copy of its entry, and an editor can mark a translation as up to date. Works on lines,
 * because a script writes these files in one fixed form.
 */
import { fingerprint } from '../../story/translations.js';
import type { EditionCode } from '../../story/types.js';
import { newlineOf } from './lines.js';
import type { Files } from './types.js';

export const lockFile = /^story\/translations\/([^/]+)\.yaml$/;
const comment =
  '# 每条译文依据的是哪一版原文（原文的哈希）。由 npm run translated 写成，不要手改。\n' +
  '# Which original each translation was made from (a hash of it). Written by `npm run translated`; not by hand.\n';

/** Path of a text in its file → hash of the original from which its translation was made. */
type Entries = ReadonlyMap<string, string>;

/**
 * Changes the entries of one file in every edition's record.
 *
 * @param change gets the file's entries and returns the new ones
 */
export function changeRecords(files: Files, path: string, change: (entries: Entries) => Entries): Files {
  const changed = { ...files };
  for (const [lock, text] of Object.entries(files))
    if (lockFile.test(lock)) changed[lock] = changeRecord(text, path, change);
  return changed;
}

/**
 * Copies the entries of one file's texts to another file.
 *
 * @param rename returns the path of the text's copy, or undefined if it was not copied
 */
export function copyRecords(
  files: Files,
  from: string,
  to: string,
  rename: (text: string) => string | undefined,
): Files {
  const changed = { ...files };
  for (const [lock, text] of Object.entries(files)) {
    if (!lockFile.test(lock)) continue;
    const source = readRecord(text, from);
    const copies = [...source].flatMap(([name, hash]): [string, string][] => {
      const copy = rename(name);
      return copy === undefined ? [] : [[copy, hash]];
    });
    changed[lock] = changeRecord(text, to, (entries) => new Map([...entries, ...copies]));
  }
  return changed;
}

/** Records that the translation of a text was made from this original. */
export function recordOriginal(
  files: Files,
  edition: EditionCode,
  path: string,
  text: string,
  original: string,
): Files {
  const lock = `story/translations/${edition}.yaml`;
  const hash = fingerprint({ value: original });
  const before = (Object.hasOwn(files, lock) ? files[lock] : undefined) ?? comment;
  return { ...files, [lock]: changeRecord(before, path, (entries) => new Map([...entries, [text, hash]])) };
}

/** Whether a line is the path of a file, under which its entries are listed. */
const isHead = (line: string): boolean => /^[^ #\r\n]/.test(line);
const headOf = (line: string): string => line.trimEnd().replace(/:$/, '');

/** Parses an edition's record: path of the file → its entries. */
export function readRecords(text: string): ReadonlyMap<string, Entries> {
  const records = new Map<string, Map<string, string>>();
  let entries: Map<string, string> | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (isHead(line)) records.set(headOf(line), (entries = new Map()));
    const [, name, hash] = /^ +(\S+): +(\S+) *$/.exec(line) ?? [];
    if (name !== undefined && hash !== undefined) entries?.set(name, hash);
  }
  return records;
}

const readRecord = (text: string, path: string): Entries => readRecords(text).get(path) ?? new Map();

function changeRecord(text: string, path: string, change: (entries: Entries) => Entries): string {
  const newline = newlineOf(text);
  const lines = text.split(/(?<=\n)/);
  const now = change(readRecord(text, path));
  const block =
    now.size === 0
      ? []
      : [`${path}:`, ...[...now].map(([name, hash]) => `  ${name}: ${hash}`).sort()].map(
          (line) => line + newline,
        );
  const start = lines.findIndex((line) => isHead(line) && headOf(line) === path);
  if (start < 0) {
    const after = lines.findIndex((line) => isHead(line) && headOf(line) > path);
    const at = after < 0 ? lines.length : after;
    return [...lines.slice(0, at), ...block, ...lines.slice(at)].join('');
  }
  const next = lines.findIndex((line, i) => i > start && isHead(line));
  return [...lines.slice(0, start), ...block, ...lines.slice(next < 0 ? lines.length : next)].join('');
}
