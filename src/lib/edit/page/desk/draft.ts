/**
 * Drafts: the files that an editor has changed, and what stood in them before; and how this browser keeps drafts. Storage that is full,
 * off or broken costs the draft and nothing else.
 */
import { array, number, nullable, object, optional, record, safeParse, string } from 'valibot';
import type { Draft } from '../../files/protocol.js';
import type { Files } from '../../files/types.js';
import { changes } from '../checks/checking.js';
import type { Loaded } from './load-files.js';

export type { Draft } from '../../files/protocol.js';

const shape = object({
  // Drafts of older versions of this page don't tell these.
  id: optional(string(), ''),
  at: optional(number(), 0),
  story: optional(string(), ''),
  changed: record(string(), nullable(string())),
  base: record(string(), nullable(string())),
});

/** Where older versions of this page kept the drafts of whatever story stood at a place. */
export const oldDraftKey = (path: string): string => `edit-draft ${path}`;
/** @param path the place that the site stands at @param story see `storyKey` */
export const draftKey = (path: string, story: string): string => `edit-draft ${path} ${story}`;

/** A name that no other run of the page has. Not `randomUUID`, which plain http doesn't have. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What has been edited, as a draft; nothing where the files are as they were. */
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
    return parsed.success ? parsed.output.map((draft) => ({ ...draft, id: draft.id || freshId() })) : [];
  } catch {
    return [];
  }
}

/** Of each draft its newest writing, the oldest draft first. */
export function newestOfEach(drafts: readonly Draft[]): readonly Draft[] {
  const newest = new Map<string, Draft>();
  for (const draft of drafts) if (draft.at >= (newest.get(draft.id)?.at ?? 0)) newest.set(draft.id, draft);
  return [...newest.values()].sort((a, b) => a.at - b.at);
}

/**
 * Whether a draft that doesn't say which story it is of may be of this one: half of the lines that it was made from are still there.
 */
export function mayBeOf({ base }: Draft, files: Files): boolean {
  const lines = Object.entries(base).flatMap(([path, text]) => {
    const present = new Set(files[path]?.split('\n'));
    return (text ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : present.has(line)));
  });
  return lines.filter(Boolean).length * 2 >= lines.length;
}

/** Files with some of them as another record has them. */
export function withFiles(files: Files, changed: Readonly<Record<string, string | null>>): Files {
  const next = Object.entries({ ...files, ...changed });
  return Object.fromEntries(next.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Whether the files that the draft was made from are still as they were. */
export const fitsBase = (draft: Draft, { files }: Loaded): boolean =>
  Object.entries(draft.base).every(([path, text]) => (files[path] ?? null) === text);
