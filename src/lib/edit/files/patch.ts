/** Writes the changes as a patch for `git apply`: new, changed and deleted files, with any line ends. */
import { structuredPatch } from 'diff';
import { changedPaths } from './diff.js';
import { textAt } from './file-access.js';
import type { Files } from './types.js';

/**
 * @param folder path of the story's folder in the repository
 * @returns unified diffs with Git's headers; empty if nothing differs
 */
export function toPatch(base: Files, next: Files, folder = 'data'): string {
  return changedPaths(base, next)
    .map((path) => filePatch(`${folder}/${path}`, textAt(base, path), textAt(next, path)))
    .join('');
}

function filePatch(name: string, before: string | undefined, after: string | undefined): string {
  const head = [
    `diff --git a/${name} b/${name}`,
    ...(before === undefined ? ['new file mode 100644'] : []),
    ...(after === undefined ? ['deleted file mode 100644'] : []),
  ];
  const { hunks } = structuredPatch(name, name, before ?? '', after ?? '', '', '', { context: 3 });
  // An empty file has no hunk, and Git then expects no `---` and `+++` lines.
  const names =
    hunks.length === 0
      ? []
      : [
          before === undefined ? '--- /dev/null' : `--- a/${name}`,
          after === undefined ? '+++ /dev/null' : `+++ b/${name}`,
        ];
  const body = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
    ...lines,
  ]);
  return [...head, ...names, ...body].map((line) => `${line}\n`).join('');
}

/** The range of a hunk in Git's notation; an empty range names the line before it. */
const range = (start: number, count: number): string =>
  count === 1 ? `${start}` : `${count === 0 ? Math.max(0, start - 1) : start},${count}`;
