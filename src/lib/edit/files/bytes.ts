/** Files as the checks take them: bytes. The same text gives the same bytes again, so that the checks need not read it twice. */
import type { StoryFiles } from '../../story/types.js';
import type { Files } from './types.js';

const recent = new Map<string, { readonly text: string; readonly bytes: Uint8Array }>();
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** For `checkStory`: after an edit only the changed files are read anew. */
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

/** Every file's text, byte order marks kept. */
export const toFiles = (files: StoryFiles): Files =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]));
