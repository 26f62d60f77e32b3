/**
 * The page's side of saving, for development only: import it as `import.meta.env.DEV ? await import('…') : undefined`, so that no
 * build contains it. It does not throw: refusals and an unreachable server (`lost`) are values.
 */
import * as v from 'valibot';
import { changedPaths } from './diff.js';
import { textAt } from './file-access.js';
import {
  draftsEndpoint,
  guards,
  hashesEndpoint,
  storyEndpoint,
  tokenHeader,
  type Draft,
  type DraftsAnswer,
  type Hashes,
  type RefusedAnswer,
  type SavedAnswer,
  type SaveFile,
  type StoryAnswer,
} from './protocol.js';
import type { Files } from './types.js';

export type { Conflict, Draft, Hashes, RefusedAnswer, SavedAnswer, StoryAnswer } from './protocol.js';
export { changedEvent } from './protocol.js';

export type Saved =
  | ({ readonly type: 'saved' } & SavedAnswer)
  /** Refused by a guard, with `conflicts` or `problems` if that guard adds them. Nothing was saved. */
  | ({ readonly type: 'refused' } & RefusedAnswer)
  /** The server does not answer; only the draft is kept. */
  | { readonly type: 'lost' };

const hashes = v.record(v.string(), v.string());
const message = v.object({ zh: v.string(), en: v.string() });
const problem = v.object({
  rule: v.string(),
  file: v.string(),
  line: v.number(),
  column: v.number(),
  found: v.string(),
  expected: message,
  message,
  nearest: v.exactOptional(v.string()),
});
const orNone = v.nullable(v.string());
const storyAnswer = v.object({
  token: v.string(),
  folder: v.string(),
  files: v.record(v.string(), v.string()),
  hashes,
  unreadable: v.array(v.string()),
}) satisfies v.GenericSchema<unknown, StoryAnswer>;
const hashesAnswer = v.object({ hashes });
const texts = v.record(v.string(), orNone);
const draftsAnswer = v.object({
  drafts: v.array(
    v.object({ id: v.string(), at: v.number(), story: v.string(), changed: texts, base: texts }),
  ),
}) satisfies v.GenericSchema<unknown, DraftsAnswer>;
const savedAnswer = v.object({
  saved: v.array(v.string()),
  hashes,
  problems: v.array(problem),
}) satisfies v.GenericSchema<unknown, SavedAnswer>;
const refusedAnswer = v.object({
  refused: v.picklist(guards),
  message,
  conflicts: v.exactOptional(
    v.array(v.object({ path: v.string(), theirs: orNone, theirHash: orNone, mine: orNone })),
  ),
  problems: v.exactOptional(v.array(problem)),
}) satisfies v.GenericSchema<unknown, RefusedAnswer>;

/**
 * Parses a response.
 *
 * @throws if it does not match the schema; the page treats that like a server that does not answer
 */
async function answerOf<Answer>(
  response: Response,
  schema: v.GenericSchema<unknown, Answer>,
): Promise<Answer> {
  return v.parse(schema, await response.json());
}

/** Loads the story from disk; undefined if the server does not answer. */
export async function loadStory(): Promise<StoryAnswer | undefined> {
  try {
    const response = await fetch(storyEndpoint, { cache: 'no-store' });
    return response.ok ? await answerOf(response, storyAnswer) : undefined;
  } catch {
    return undefined;
  }
}

/** Loads the present hashes of all files; comparing them with the loaded ones shows what others have changed. */
export async function loadHashes(token: string): Promise<Hashes | undefined> {
  try {
    const response = await fetch(hashesEndpoint, { cache: 'no-store', headers: { [tokenHeader]: token } });
    return response.ok ? (await answerOf(response, hashesAnswer)).hashes : undefined;
  } catch {
    return undefined;
  }
}

/** Time in ms after which a silent server counts as unreachable. Checking and writing a whole story takes a tenth of it. */
const patience = 20_000;

/** Loads the drafts stored beside the story; undefined if the server does not answer. */
export async function loadDrafts(token: string): Promise<readonly Draft[] | undefined> {
  try {
    const response = await fetch(draftsEndpoint, {
      cache: 'no-store',
      headers: { [tokenHeader]: token },
      signal: AbortSignal.timeout(patience),
    });
    return response.ok ? (await answerOf(response, draftsAnswer)).drafts : undefined;
  } catch {
    return undefined;
  }
}

/** The most bytes that a browser sends after a page has been closed (`keepalive`). */
const parting = 60_000;

/**
 * @param leaving whether the page is being closed; a short enough request then outlives it
 * @returns whether the drafts are on the disk; `'token'` if the server has been restarted meanwhile
 */
export async function saveDrafts(
  token: string,
  keep: readonly Draft[],
  gone: readonly string[],
  leaving: boolean,
): Promise<boolean | 'token'> {
  const body = new TextEncoder().encode(JSON.stringify({ keep, gone }));
  try {
    const response = await fetch(draftsEndpoint, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', [tokenHeader]: token },
      body,
      keepalive: leaving && body.length < parting,
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return true;
    const { refused } = await answerOf(response, refusedAnswer);
    return refused === 'token' && 'token';
  } catch {
    return false;
  }
}

/**
 * Saves what differs between `base` and `next`: all of it or nothing.
 *
 * @param base the files as loaded, to which `hashes` belong
 */
export async function saveStory(token: string, base: Files, hashes: Hashes, next: Files): Promise<Saved> {
  const files = Object.fromEntries(
    changedPaths(base, next).map((path): [string, SaveFile] => [
      path,
      { base: hashes[path] ?? null, text: textAt(next, path) ?? null },
    ]),
  );
  if (Object.keys(files).length === 0) return { type: 'saved', saved: [], hashes, problems: [] };
  try {
    const response = await fetch(storyEndpoint, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', [tokenHeader]: token },
      body: JSON.stringify({ files }),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) return { type: 'refused', ...(await answerOf(response, refusedAnswer)) };
    return { type: 'saved', ...(await answerOf(response, savedAnswer)) };
  } catch {
    return { type: 'lost' };
  }
}
