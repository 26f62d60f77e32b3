/**
 * Encodes files as bytes for the checks. The same text always gives the same bytes object, so that the checks need not parse it
 * again.
 */
import type { StoryFiles } from '../../story/types.js';
import type { Files } from './types.js';

const recent = new Map<string, { readonly text: string; readonly bytes: Uint8Array }>();
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The files for `checkStory`; after an edit, only changed files have new bytes objects. */
export function toStoryFiles(files: Files): StoryFiles {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const known = recent.get(path);
      if (known?.text === text) return [path, known.bytes];
      const bytes = encoder.encode(text);
      recent.set(path, { text, bytes });
      return [path, bytes];
    }),
  );
}

/** Decodes all files, keeping byte order marks. */
export const toFiles = (files: StoryFiles): Files =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]));
