/**
 * The messages between the editing page and the saving server (`scripts/edit-server.ts`, development only). Builds and readers'
 * pages must not contain any of this: import this file and `saving.ts` only behind `import.meta.env.DEV`.
 */
import type { Message, Problem } from '../../story/types.js';

export const storyEndpoint = '/__edit/story';
export const hashesEndpoint = '/__edit/hashes';
export const draftsEndpoint = '/__edit/drafts';
export const tokenHeader = 'x-edit-token';
/** Event on the development server's websocket: `{ paths }` have changed on disk, whoever changed them. */
export const changedEvent = 'story:changed';

/** Path → SHA-256 of the file's bytes, 64 hexadecimal digits. */
export type Hashes = Readonly<Record<string, string>>;

/** Response to `GET /__edit/story`: all files as they are on disk. */
export interface StoryAnswer {
  readonly token: string;
  /** Path of the story's folder in the repository (`data`), for patches. */
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  readonly hashes: Hashes;
  /** Files that are not UTF-8 and therefore not in `files`. */
  readonly unreadable: readonly string[];
}

/** One file in a `PUT /__edit/story`. */
export interface SaveFile {
  /** Hash of the file as the page loaded it; null if there was no file. */
  readonly base: string | null;
  /** The new text; null deletes the file (the history keeps it). */
  readonly text: string | null;
}
export interface SaveRequest {
  readonly files: Readonly<Record<string, SaveFile>>;
}

/** Response 200: all files are on disk. */
export interface SavedAnswer {
  readonly saved: readonly string[];
  /** Hashes of all files after saving. */
  readonly hashes: Hashes;
  /** Problems that do not prevent saving: translations older than their originals. */
  readonly problems: readonly Problem[];
}

/** Unsaved work. Each run of the page has a draft of its own, so that two runs never overwrite each other's. */
export interface Draft {
  readonly id: string;
  /** Time of the last change, in ms since 1970; always greater than at the change before. */
  readonly at: number;
  /** The story's title at that time. */
  readonly story: string;
  /** Path → text; null for a deleted file. */
  readonly changed: Readonly<Record<string, string | null>>;
  /** The texts of the same paths when editing began; null if there was no file. */
  readonly base: Readonly<Record<string, string | null>>;
}

/** Response to `GET /__edit/drafts`: the drafts stored beside the story, the oldest first. */
export interface DraftsAnswer {
  readonly drafts: readonly Draft[];
}
/** Body of `PUT /__edit/drafts`; other drafts stay. The response is `{ kept }`, the ids of the stored drafts. */
export interface DraftsRequest {
  readonly keep: readonly Draft[];
  /** Ids of drafts to delete, because they were saved, taken over or dropped. */
  readonly gone: readonly string[];
}

/** A file in response 409: it has changed on disk, and nothing was saved. */
export interface Conflict {
  readonly path: string;
  /** The text on disk now; null if the file was deleted. */
  readonly theirs: string | null;
  readonly theirHash: string | null;
  readonly mine: string | null;
}

/** The guards that may refuse a request, each with the status of the response. */
export const guards = [
  /** 403 */ 'host',
  /** 403 */ 'site',
  /** 403 */ 'origin',
  /** 403 */ 'token',
  /** 405 */ 'method',
  /** 415 */ 'type',
  /** 413 */ 'size',
  /** 400 */ 'shape',
  /** 400 */ 'path',
  /** 403 */ 'outside',
  /** 409 */ 'changed',
  /** 422 */ 'problems',
  /** 500 */ 'disk',
] as const;
export type Guard = (typeof guards)[number];

export interface RefusedAnswer {
  readonly refused: Guard;
  readonly message: Message;
  /** Only if `refused` is `changed`. */
  readonly conflicts?: readonly Conflict[];
  /** Only if `refused` is `problems`: the problems that saving would add to the story. */
  readonly problems?: readonly Problem[];
}
