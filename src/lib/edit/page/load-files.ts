/** Fetches the story's files from the page's own site and believes nothing of them. Knows no story. */
import { object, record, safeParse, string } from 'valibot';
import type { Files } from '../files/types.js';

export interface Loaded {
  readonly files: Files;
  /** SHA-256 of each file's bytes as loaded. */
  readonly hashes: Readonly<Record<string, string>>;
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
  };
}
