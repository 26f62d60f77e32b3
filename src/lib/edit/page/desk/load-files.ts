/**
 * Loads the story's files: in development from the saving server, otherwise from the JSON that the build wrote beside the page.
 * Validates everything that arrives.
 */
import { object, record, safeParse, string } from 'valibot';
import type { Files } from '../../files/types.js';
import type { Draft } from '../../files/protocol.js';
import type { Saved } from '../../files/saving.js';

export interface Loaded {
  readonly files: Files;
  /** Path → SHA-256 of the file's bytes as loaded. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Path of the story's folder in the repository, for patches. */
  readonly folder: string;
}

/** The saving server as the page uses it. */
export interface SavingServer {
  readonly load: () => Promise<Loaded | undefined>;
  readonly hashes: () => Promise<Loaded['hashes'] | undefined>;
  readonly save: (base: Loaded, next: Files) => Promise<Saved>;
  readonly drafts: DraftServer;
}

/** Drafts on disk beside the story, which are found again whatever address the server has next time. */
export interface DraftServer {
  /** Undefined if the server does not answer. */
  readonly read: () => Promise<readonly Draft[] | undefined>;
  /** @returns whether the drafts are on the disk */
  readonly keep: (drafts: readonly Draft[], gone: readonly string[], leaving: boolean) => Promise<boolean>;
}

const shape = record(string(), object({ text: string(), sha256: string() }));

/** @throws if the response is not a story's files */
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

/** Undefined in a build. There the condition is constant, so the bundler removes all code for saving. */
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
        // A restarted server has another token; the draft still belongs to this page.
        await load();
        return (await saveDrafts(token, drafts, gone, leaving)) === true;
      },
    },
  };
}

/** In development, calls `changed` when files of the story change on disk. */
export async function watchFiles(changed: () => void): Promise<void> {
  if (!import.meta.env.DEV) return;
  const { changedEvent } = await import('../../files/saving.js');
  import.meta.hot?.on(changedEvent, changed);
}
