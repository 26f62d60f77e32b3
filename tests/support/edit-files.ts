/** A story's folder as the editing page has it: text, byte for byte. */
import { readStoryFiles } from '../../src/lib/server/read-story-files.js';
import { applyEdit, toFiles, type Edit, type Files } from '../../src/lib/edit/files/index.js';

export const realFiles: Files = toFiles(readStoryFiles('data'));

/** The files after some edits. @throws where one is refused */
export function edited(files: Files, ...edits: readonly Edit[]): Files {
  return edits.reduce((current, edit) => {
    const result = applyEdit(current, edit);
    if (!result.ok) throw new Error(`${edit.type}: ${JSON.stringify(result.problem)}`);
    return result.files;
  }, files);
}

/** What two states of the files differ in: lines gone and lines come, by path. */
export function lineChanges(
  before: Files,
  after: Files,
): Readonly<Record<string, { readonly gone: readonly string[]; readonly come: readonly string[] }>> {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
  return Object.fromEntries(
    paths.map((path) => {
      const was = (before[path] ?? '').split(/(?<=\n)/);
      const is = (after[path] ?? '').split(/(?<=\n)/);
      // Longest common subsequence: short files, so the plain table will do.
      const table = Array.from({ length: was.length + 1 }, () => new Array<number>(is.length + 1).fill(0));
      const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
      for (const [i, row] of [...table.entries()].slice(0, -1).reverse())
        for (let j = is.length - 1; j >= 0; j -= 1)
          row[j] = was[i] === is[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      const gone: string[] = [];
      const come: string[] = [];
      let [i, j] = [0, 0];
      while (i < was.length || j < is.length) {
        if (i < was.length && j < is.length && was[i] === is[j]) {
          i += 1;
          j += 1;
        } else if (j >= is.length || (i < was.length && at(i + 1, j) >= at(i, j + 1)))
          gone.push(was[i++] ?? '');
        else come.push(is[j++] ?? '');
      }
      return [path, { gone, come }];
    }),
  );
}
