/**
 * The draft that this browser keeps: what differs from the files it was made from, and how those were. Storage that is full, off or
 * broken costs the draft and nothing else.
 */
import { array, nullable, object, record, safeParse, string, type InferOutput } from 'valibot';
import type { Files } from '../files/types.js';
import { changes } from './checking.js';
import type { Loaded } from './load-files.js';

const shape = object({
  /** Path → text; null where the file is deleted. */
  changed: record(string(), nullable(string())),
  /** The same paths as they were when editing began; null where there was no file. */
  base: record(string(), nullable(string())),
});
export type Draft = InferOutput<typeof shape>;

/** One draft for each place that a site stands at. */
export const draftKey = (path: string): string => `edit-draft ${path}`;

/** Nothing where there is nothing to keep. */
export function draftOf(base: Files, files: Files): Draft | undefined {
  const changed = changes(base, files);
  const paths = Object.keys(changed);
  if (paths.length === 0) return undefined;
  return { changed, base: Object.fromEntries(paths.map((path) => [path, base[path] ?? null])) };
}

/** @returns whether they are kept */
export function keepDrafts(key: string, drafts: readonly Draft[]): boolean {
  try {
    if (drafts.length > 0) localStorage.setItem(key, JSON.stringify(drafts));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

export function readDrafts(key: string): readonly Draft[] {
  try {
    const parsed = safeParse(array(shape), [JSON.parse(localStorage.getItem(key) ?? '[]')].flat());
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

/** Files with some of them as another record has them. */
export function withFiles(files: Files, changed: Readonly<Record<string, string | null>>): Files {
  const next = Object.entries({ ...files, ...changed });
  return Object.fromEntries(next.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Whether the files that the draft was made from are still as they were. */
export const fitsBase = (draft: Draft, { files }: Loaded): boolean =>
  Object.entries(draft.base).every(([path, text]) => (files[path] ?? null) === text);
