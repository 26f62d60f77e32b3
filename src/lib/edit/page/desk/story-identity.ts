/**
 * Which story this is: the same after every edit, another for every other story. Drafts and the right to write are kept under it, for
 * one address may serve one story today and another tomorrow. What editors change has no part in it.
 */
import { sha256 } from '../../../story/sha256.js';
import { textsIn } from '../../files/index.js';
import type { Loaded } from './load-files.js';

/** Sixteen digits made of the report's bytes and the story's folder. */
export function storyKey({ hashes, folder }: Loaded): string {
  const report = Object.keys(hashes)
    .filter((path) => /^report\/.*\.txt$/.test(path))
    .sort()
    .map((path) => `${path} ${hashes[path]}`);
  return sha256(new TextEncoder().encode([folder, ...report].join('\n'))).slice(0, 16);
}

/** What the story is called in its own language, for people to know it by; its folder, where it has no title. */
export function storyTitle({ files, folder }: Loaded): string {
  const read = textsIn(files, 'story/story.yaml');
  const titles = read.ok ? read.texts.find(({ path }) => path === 'title')?.texts : undefined;
  return Object.values(titles ?? {}).find((text) => text !== '') ?? folder;
}
