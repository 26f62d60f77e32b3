/**
 * Reads the files of a story's folder as bytes, after finishing a save that was interrupted there. It checks sizes before it
 * reads anything, and refuses links that lead out of the folder. Knows paths, not contents.
 */
import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { maxBytes, maxFiles } from '../story/limits.js';
import type { StoryFiles } from '../story/types.js';
import { finishSave } from './unfinished-save.js';

/** The folder of the story: `STORY_DIR`, otherwise `data`. */
export function storyDir(): string {
  return process.env['STORY_DIR'] || 'data';
}

/** Only these files belong to the story, not README files or the editors' history. */
const content = /\.(?:ya?ml|csv|txt)$/;
const ignoredFolders: ReadonlySet<string> = new Set(['history', 'node_modules']);

/**
 * @returns path relative to the folder, with `/` → bytes; of a file that is too large just enough bytes for the checks to refuse
 * it
 * @throws if the folder is missing, or a link in it leads out of it
 */
export function readStoryFiles(folder: string): StoryFiles {
  const root = realpathSync(resolve(folder));
  finishSave(root);
  const files = new Map<string, Uint8Array>();
  const visit = (directory: string): void => {
    const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    for (const entry of entries) {
      if (entry.name.startsWith('.') || files.size > maxFiles) continue;
      const path = join(directory, entry.name);
      const real = realpathSync(path);
      if (real !== root && !real.startsWith(root + sep)) {
        throw new Error(`file-outside: ${relative(root, path)} leads out of the story's folder`);
      }
      const { isDirectory, isFile, size } = kindOf(real);
      // Links to folders are not followed: they could form a circle.
      if (isDirectory && !entry.isSymbolicLink() && !ignoredFolders.has(entry.name)) visit(path);
      else if (isFile && content.test(entry.name)) {
        const name = relative(root, path).split(sep).join('/');
        files.set(name, readUpTo(real, Math.min(size, maxBytes(name) + 1)));
      }
    }
  };
  visit(root);
  return files;
}

function kindOf(path: string): { isDirectory: boolean; isFile: boolean; size: number } {
  const stats = statSync(path);
  return { isDirectory: stats.isDirectory(), isFile: stats.isFile(), size: stats.size };
}

function readUpTo(path: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const file = openSync(path, 'r');
  try {
    let read = 0;
    while (read < length) {
      const count = readSync(file, bytes, read, length - read, read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
