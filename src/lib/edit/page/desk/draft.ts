/**
 * Drafts, which contain the files that an editor has changed and their previous text, and how the browser stores them. If its
 * storage is full, disabled or broken, only the draft is lost.
 */
import { array, number, nullable, object, optional, record, safeParse, string } from 'valibot';
import type { Draft } from '../../files/protocol.js';
import type { Files } from '../../files/types.js';
import { changes } from '../checks/checking.js';
import type { Loaded } from './load-files.js';

export type { Draft } from '../../files/protocol.js';

const shape = object({
  // Drafts of older versions of this page lack these fields.
  id: optional(string(), ''),
  at: optional(number(), 0),
  story: optional(string(), ''),
  changed: record(string(), nullable(string())),
  base: record(string(), nullable(string())),
});

/** Storage key of older versions of this page, which had one per site path, whatever the story. */
export const oldDraftKey = (path: string): string => `edit-draft ${path}`;
/**
 * @param path the site's path
 * @param story see `storyKey`
 */
export const draftKey = (path: string, story: string): string => `edit-draft ${path} ${story}`;

/** An id that no other run of the page has. Not by `randomUUID`, which is missing on plain http. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The edits as a draft; undefined if no file differs. */
export function draftOf(
  base: Files,
  files: Files,
  who: Pick<Draft, 'id' | 'at' | 'story'>,
): Draft | undefined {
  const changed = changes(base, files);
  const paths = Object.keys(changed);
  if (paths.length === 0) return undefined;
  return { ...who, changed, base: Object.fromEntries(paths.map((path) => [path, base[path] ?? null])) };
}

/** @returns whether the drafts were stored */
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
    return parsed.success ? parsed.output.map((draft) => ({ ...draft, id: draft.id || freshId() })) : [];
  } catch {
    return [];
  }
}

/** The newest version of each draft, the oldest draft first. */
export function newestOfEach(drafts: readonly Draft[]): readonly Draft[] {
  const newest = new Map<string, Draft>();
  for (const draft of drafts) if (draft.at >= (newest.get(draft.id)?.at ?? 0)) newest.set(draft.id, draft);
  return [...newest.values()].sort((a, b) => a.at - b.at);
}

/** Whether a draft that does not name its story may belong to this one: at least half of the lines it was made from still exist. */
export function mayBeOf({ base }: Draft, files: Files): boolean {
  const lines = Object.entries(base).flatMap(([path, text]) => {
    const present = new Set(files[path]?.split('\n'));
    return (text ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : present.has(line)));
  });
  return lines.filter(Boolean).length * 2 >= lines.length;
}

/** The files with some of them replaced or deleted. */
export function withFiles(files: Files, changed: Readonly<Record<string, string | null>>): Files {
  const next = Object.entries({ ...files, ...changed });
  return Object.fromEntries(next.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Whether the files from which the draft was made are unchanged. */
export const fitsBase = (draft: Draft, { files }: Loaded): boolean =>
  Object.entries(draft.base).every(([path, text]) => (files[path] ?? null) === text);
