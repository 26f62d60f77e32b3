/**
 * The story's files as the page begins with them: from the saving server while developing, else those that the build wrote beside
 * the page. Believes nothing of what comes.
 */
import { object, record, safeParse, string } from 'valibot';
import type { Files } from '../../files/types.js';
import type { Draft } from '../../files/protocol.js';
import type { Saved } from '../../files/saving.js';

export interface Loaded {
  readonly files: Files;
  /** SHA-256 of each file's bytes as loaded. */
  readonly hashes: Readonly<Record<string, string>>;
  /** The story's folder as the repository calls it: for patches. */
  readonly folder: string;
}

/** What a page can do that has a saving server. */
export interface SavingServer {
  readonly load: () => Promise<Loaded | undefined>;
  readonly hashes: () => Promise<Loaded['hashes'] | undefined>;
  readonly save: (base: Loaded, next: Files) => Promise<Saved>;
  readonly drafts: DraftServer;
}

/** Drafts on the disk, beside the story: found again whatever address the server has next time. */
export interface DraftServer {
  /** Nothing where the server does not answer. */
  readonly read: () => Promise<readonly Draft[] | undefined>;
  /** @returns whether it is on the disk */
  readonly keep: (drafts: readonly Draft[], gone: readonly string[], leaving: boolean) => Promise<boolean>;
}

const shape = record(string(), object({ text: string(), sha256: string() }));

/** @throws if the address gives anything else than a story's files */
export async function loadFiles(address: string): Promise<Loaded> {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const parsed = safeParse(shape, await response.json());
  if (!parsed.success) throw new Error(`${address}: not a story's files`);
  const entries = Object.entries(parsed.output);
  return {
    files: Object.fromEntries(entries.map(([path, { text }]) => [path, text])),
    hashes: Object.fromEntries(entries.map(([path, { sha256 }]) => [path, sha256])),
    folder: 'data',
  };
}

/** Nothing in a build: there the condition is false before the program is made, and nothing of saving is in it. */
export async function savingServer(): Promise<SavingServer | undefined> {
  if (!import.meta.env.DEV) return undefined;
  const { loadDrafts, loadHashes, loadStory, saveDrafts, saveStory } = await import('../../files/saving.js');
  let token = '';
  async function load(): Promise<Loaded | undefined> {
    const answer = await loadStory();
    if (!answer) return undefined;
    token = answer.token;
    return { files: answer.files, hashes: answer.hashes, folder: answer.folder };
  }
  return {
    load,
    hashes: () => loadHashes(token),
    save: (base, next) => saveStory(token, base.files, base.hashes, next),
    drafts: {
      read: () => loadDrafts(token),
      async keep(drafts, gone, leaving) {
        const kept = await saveDrafts(token, drafts, gone, leaving);
        if (kept !== 'token') return kept;
        // A restarted server has another token; the draft is still this page's.
        await load();
        return (await saveDrafts(token, drafts, gone, leaving)) === true;
      },
    },
  };
}

/** Calls back when files of the story change on disk, while developing. */
export async function watchFiles(changed: () => void): Promise<void> {
  if (!import.meta.env.DEV) return;
  const { changedEvent } = await import('../../files/saving.js');
  import.meta.hot?.on(changedEvent, changed);
}
