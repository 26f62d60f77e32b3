/**
 * Identifies a story: its key stays the same after every edit and differs from any other story's. Drafts and the turn to write
 * are stored under it, because one address may serve different stories over time. It does not depend on anything that editors
 * change.
 */
import { sha256 } from '../../../story/sha256.js';
import { textsIn } from '../../files/index.js';
import type { Loaded } from './load-files.js';

/** The story's key: sixteen digits of a hash of the report's bytes and the story's folder. */
export function storyKey({ hashes, folder }: Loaded): string {
  const report = Object.keys(hashes)
    .filter((path) => /^report\/.*\.txt$/.test(path))
    .sort()
    .map((path) => `${path} ${hashes[path]}`);
  return sha256(new TextEncoder().encode([folder, ...report].join('\n'))).slice(0, 16);
}

/** The story's title in its own language, by which people recognise it; its folder if it has no title. */
export function storyTitle({ files, folder }: Loaded): string {
  const read = textsIn(files, 'story/story.yaml');
  const titles = read.ok ? read.texts.find(({ path }) => path === 'title')?.texts : undefined;
  return Object.values(titles ?? {}).find((text) => text !== '') ?? folder;
}
