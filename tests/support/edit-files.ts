/** A story's folder as the editing page gets it: as text, byte for byte. */
import { readStoryFiles } from '../../src/lib/server/read-story-files.js';
import { applyEdit, toFiles, type Edit, type Files } from '../../src/lib/edit/files/index.js';
import { lineChanges, type LineChanges } from './line-changes.js';

export const realFiles: Files = toFiles(readStoryFiles('data'));

/** Applies edits one after the other. @throws if one of them is refused */
export function edited(files: Files, ...edits: readonly Edit[]): Files {
  return edits.reduce((current, edit) => {
    const result = applyEdit(current, edit);
    if (!result.ok) throw new Error(`${edit.type}: ${JSON.stringify(result.problem)}`);
    return result.files;
  }, files);
}

/** The lines that differ between two versions of the files, removed and added, by path. */
export function fileChanges(before: Files, after: Files): Readonly<Record<string, LineChanges>> {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
  return Object.fromEntries(paths.map((path) => [path, lineChanges(before[path] ?? '', after[path] ?? '')]));
}
