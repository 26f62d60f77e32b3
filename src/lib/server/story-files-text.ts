/** A story's folder as the editing page gets it: each file's text and the hash of its bytes, by which a save tells what it was made from. */
import { sha256 } from '../story/sha256.js';
import type { StoryFiles } from '../story/types.js';

export interface FileText {
  readonly text: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** Paths relative to the story's folder. A byte order mark and CRLF stay in the text: nothing may change unasked. */
export function textOfFiles(files: StoryFiles): Readonly<Record<string, FileText>> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Object.fromEntries(
    [...files].map(([path, bytes]) => [path, { text: decoder.decode(bytes), sha256: sha256(bytes) }]),
  );
}
