/**
 * The page's side of saving, for development only: import it as `import.meta.env.DEV ? await import('…') : undefined`, so
 * that no build holds it. What can go wrong is a value; only a server that is away is a `lost`.
 */
import { changedPaths } from './diff.js';
import { textAt } from './file-access.js';
import {
  hashesEndpoint,
  storyEndpoint,
  tokenHeader,
  type Hashes,
  type RefusedAnswer,
  type SavedAnswer,
  type SaveFile,
  type StoryAnswer,
} from './protocol.js';
import type { Files } from './types.js';

export type { Conflict, Hashes, RefusedAnswer, SavedAnswer, StoryAnswer } from './protocol.js';
export { changedEvent } from './protocol.js';

export type Saved =
  | ({ readonly type: 'saved' } & SavedAnswer)
  /** With `conflicts` or `problems`, or because of a guard. Nothing was saved. */
  | ({ readonly type: 'refused' } & RefusedAnswer)
  /** No answer: the draft is all there is. */
  | { readonly type: 'lost' };

/** The story as it stands on disk; nothing where the server does not answer. */
export async function loadStory(): Promise<StoryAnswer | undefined> {
  try {
    const response = await fetch(storyEndpoint, { cache: 'no-store' });
    const body: StoryAnswer = await response.json();
    return response.ok ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Hashes of all files as they are now: who compares them with those that were loaded sees what others have changed. */
export async function loadHashes(token: string): Promise<Hashes | undefined> {
  try {
    const response = await fetch(hashesEndpoint, { cache: 'no-store', headers: { [tokenHeader]: token } });
    const body: { readonly hashes: Hashes } = await response.json();
    return response.ok ? body.hashes : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Saves what differs between `base` and `next`, all of it or nothing.
 *
 * @param base the files as they were loaded, with their `hashes`
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
    });
    if (!response.ok) {
      const refusal: RefusedAnswer = await response.json();
      return { type: 'refused', ...refusal };
    }
    const answer: SavedAnswer = await response.json();
    return { type: 'saved', ...answer };
  } catch {
    return { type: 'lost' };
  }
}
