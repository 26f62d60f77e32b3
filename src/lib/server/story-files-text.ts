/**
 * A story's files as the editing page gets them: each file's text, and the hash of its bytes, by which a save says what it was
 * based on.
 */
import { sha256 } from '../story/sha256.js';
import type { StoryFiles } from '../story/types.js';

export interface FileText {
  readonly text: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Path relative to the story's folder → text and hash. Byte order mark and CRLF stay in the text, so that saving does not change
 * them.
 */
export function textOfFiles(files: StoryFiles): Readonly<Record<string, FileText>> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Object.fromEntries(
    [...files].map(([path, bytes]) => [path, { text: decoder.decode(bytes), sha256: sha256(bytes) }]),
  );
}
