/**
 * What the editing page and the saving server (`scripts/edit-server.ts`, development only) say to each other. No reader's
 * page and no build may hold a byte of this: import it, and `saving.ts`, only behind `import.meta.env.DEV`.
 */
import type { Message, Problem } from '../../story/types.js';

export const storyEndpoint = '/__edit/story';
export const hashesEndpoint = '/__edit/hashes';
export const draftsEndpoint = '/__edit/drafts';
export const tokenHeader = 'x-edit-token';
/** Event of the development server's socket: `{ paths }` changed on disk, by whomever. */
export const changedEvent = 'story:changed';

/** SHA-256 of a file's bytes, 64 hexadecimal digits, by path. */
export type Hashes = Readonly<Record<string, string>>;

/** `GET /__edit/story`: everything, as it stands on disk. */
export interface StoryAnswer {
  readonly token: string;
  /** The story's folder as the repository calls it (`data`): for patches. */
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  readonly hashes: Hashes;
  /** Files that are not UTF-8; they are not among `files`. */
  readonly unreadable: readonly string[];
}

/** One file of `PUT /__edit/story`. */
export interface SaveFile {
  /** The hash of the file as it was loaded; null where there was none. */
  readonly base: string | null;
  /** What the file is to hold; null deletes it (the history keeps it). */
  readonly text: string | null;
}
export interface SaveRequest {
  readonly files: Readonly<Record<string, SaveFile>>;
}

/** 200: all of it is on disk. */
export interface SavedAnswer {
  readonly saved: readonly string[];
  /** Of all files, after saving. */
  readonly hashes: Hashes;
  /** Unfinished work that does not stand in the way of saving: translations older than their originals. */
  readonly problems: readonly Problem[];
}

/**
 * Work that has not been saved. Each run of the page has one of its own, so that two of them never write over one another.
 */
export interface Draft {
  readonly id: string;
  /** When it was last written, in ms since 1970; of one draft, a later writing has a greater one. */
  readonly at: number;
  /** What the story was called then. */
  readonly story: string;
  /** Path → text; null where the file is deleted. */
  readonly changed: Readonly<Record<string, string | null>>;
  /** The same paths as they were when editing began; null where there was no file. */
  readonly base: Readonly<Record<string, string | null>>;
}

/** `GET /__edit/drafts`: those that are kept beside the story, the oldest first. */
export interface DraftsAnswer {
  readonly drafts: readonly Draft[];
}
/** `PUT /__edit/drafts`: others stay as they are. Answered by `{ kept }`: their ids. */
export interface DraftsRequest {
  readonly keep: readonly Draft[];
  /** Ids of those that have been saved, taken over or dropped. */
  readonly gone: readonly string[];
}

/** 409: nothing was saved. */
export interface Conflict {
  readonly path: string;
  /** What stands on disk now; null where there is no file any more. */
  readonly theirs: string | null;
  readonly theirHash: string | null;
  readonly mine: string | null;
}

/** Which guard refused; the answers' status is beside each. */
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
  /** With `changed`. */
  readonly conflicts?: readonly Conflict[];
  /** With `problems`: those that saving would bring into the story. */
  readonly problems?: readonly Problem[];
}
