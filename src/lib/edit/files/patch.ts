/** The changes as a patch that `git apply` takes: new, changed and deleted files, any line ends. */
import { structuredPatch } from 'diff';
import { changedPaths } from './diff.js';
import { textAt } from './file-access.js';
import type { Files } from './types.js';

/**
 * @param folder the story's folder as the repository calls it
 * @returns unified diffs with git's own headers; empty where nothing differs
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
  // A file without a line has no hunk, and then git wants no names either.
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

/** A range of no lines is counted from the line before it. */
const range = (start: number, count: number): string =>
  count === 1 ? `${start}` : `${count === 0 ? Math.max(0, start - 1) : start},${count}`;
