/** Compares two versions of the files, line by line and in an editor's terms. */
import { structuredPatch } from 'diff';
import { entriesOf, openFile, sectionOf, storyPath, textAt } from './file-access.js';
import { findingsIn } from './findings.js';
import { readItems } from './items.js';
import { longestIncreasing, readOrderLines } from './order.js';
import { ordersIn } from './apply.js';
import { wordOf } from './source.js';
import type { Change, DiffLine, FileDiff, Files, FindingEntry, OrderEntry } from './types.js';

/** Paths of the files that differ. */
export function changedPaths(base: Files, next: Files): readonly string[] {
  return [...new Set([...Object.keys(base), ...Object.keys(next)])]
    .filter((path) => textAt(base, path) !== textAt(next, path))
    .sort();
}

/** @param context number of unchanged lines to include around each change */
export function diffFiles(base: Files, next: Files, context = 3): readonly FileDiff[] {
  return changedPaths(base, next).map((path): FileDiff => {
    const before = textAt(base, path);
    const after = textAt(next, path);
    const { hunks } = structuredPatch(path, path, before ?? '', after ?? '', '', '', { context });
    const shown = hunks.map(({ oldStart, newStart, lines }) => ({
      oldStart,
      newStart,
      lines: lines.filter((line) => !line.startsWith('\\')).map(diffLine),
    }));
    const count = (kind: DiffLine['kind']): number =>
      shown.reduce((sum, { lines }) => sum + lines.filter((line) => line.kind === kind).length, 0);
    return {
      path,
      kind: before === undefined ? 'added' : after === undefined ? 'deleted' : 'changed',
      added: count('added'),
      removed: count('removed'),
      hunks: shown,
    };
  });
}

const kinds = { '+': 'added', '-': 'removed' } as const;
function diffLine(line: string): DiffLine {
  const sign = line[0];
  return {
    kind: sign === '+' || sign === '-' ? kinds[sign] : 'same',
    text: line.slice(1).replace(/\r$/, ''),
  };
}

/** The changes in an editor's terms (moved, hidden, shown, added, deleted, reworded), in the order of the files. */
export function changesOf(base: Files, next: Files): readonly Change[] {
  const changes: Change[] = [];
  for (const path of changedPaths(base, next)) {
    const section = sectionOf(path);
    const here = [textAt(base, path) !== undefined, textAt(next, path) !== undefined];
    if (section !== undefined && !(here[0] && here[1])) {
      changes.push({ type: here[1] ? 'section-added' : 'section-deleted', id: section });
    } else if (section !== undefined) {
      changes.push(...stepChanges(base, next, path, section), ...textChanges(base, next, path));
    } else if (path === storyPath) {
      changes.push(...findingChanges(base, next), ...textChanges(base, next, path));
    }
  }
  return [...orderChanges(base, next), ...changes];
}

function orderChanges(base: Files, next: Files): readonly Change[] {
  const names = new Set([...ordersIn(base), ...ordersIn(next)]);
  const before = new Set(ordersIn(base));
  const after = new Set(ordersIn(next));
  return [undefined, ...names].flatMap((name): readonly Change[] => {
    if (name !== undefined && !before.has(name)) return [{ type: 'order-added', name }];
    if (name !== undefined && !after.has(name)) return [{ type: 'order-deleted', name }];
    const [was, is] = [readOrderLines(base, name), readOrderLines(next, name)];
    return was.ok && is.ok ? lineChanges(was.lines, is.lines, name) : [];
  });
}

function lineChanges(
  was: readonly OrderEntry[],
  is: readonly OrderEntry[],
  name: string | undefined,
): readonly Change[] {
  const order = name === undefined ? {} : { order: name };
  const moves = movedItems(
    was.map(({ id }) => id),
    is.map(({ id }) => id),
  );
  const hidden = new Map(was.map((line) => [line.id, line.hidden]));
  return [
    ...moves.map((move): Change => ({ type: 'moved', ...move, ...order })),
    ...is
      .filter((line) => hidden.has(line.id) && hidden.get(line.id) !== line.hidden)
      .map((line): Change => ({ type: line.hidden ? 'hidden' : 'shown', id: line.id, ...order })),
  ];
}

/** The smallest set of items whose moves explain the new order, with their positions before and after, from 0. */
export function movedItems(
  was: readonly string[],
  is: readonly string[],
): readonly { readonly id: string; readonly from: number; readonly to: number }[] {
  const common = is.filter((id) => was.includes(id));
  const staying = longestIncreasing(common.map((id) => was.indexOf(id)));
  return common
    .filter((_, i) => !staying.has(i))
    .map((id) => ({ id, from: was.indexOf(id), to: is.indexOf(id) }));
}

function stepChanges(base: Files, next: Files, path: string, section: string): readonly Change[] {
  const stepsOf = (files: Files): readonly string[] => {
    const read = openFile(files, path);
    const items = read.ok ? readItems(path, read.source, 'steps') : read;
    return items.ok ? items.items.map(({ map }) => wordOf(map, 'id') ?? '') : [];
  };
  const [was, is] = [stepsOf(base), stepsOf(next)];
  return [
    ...movedItems(was, is).map(({ id, from, to }): Change => ({
      type: 'step-moved',
      section,
      step: id,
      from,
      to,
    })),
    ...is.filter((id) => !was.includes(id)).map((step): Change => ({ type: 'step-added', section, step })),
    ...was.filter((id) => !is.includes(id)).map((step): Change => ({ type: 'step-removed', section, step })),
  ];
}

function findingChanges(base: Files, next: Files): readonly Change[] {
  const [was, is] = [findingsIn(base), findingsIn(next)];
  const before = new Map(was.map((finding) => [finding.id, finding]));
  const after = new Set(is.map(({ id }) => id));
  const ids = (findings: readonly FindingEntry[]) => findings.map(({ id }) => id);
  return [
    ...movedItems(ids(was), ids(is)).map(({ id, ...places }): Change => ({
      type: 'finding-moved',
      finding: id,
      ...places,
    })),
    ...is.flatMap(({ id, step, picture }): readonly Change[] => {
      const earlier = before.get(id);
      if (!earlier) return [{ type: 'finding-added', finding: id }];
      const pictured = picture === undefined ? {} : { picture };
      return [
        ...(earlier.step === step ? [] : [{ type: 'finding-led', finding: id, step } as const]),
        ...(earlier.picture === picture
          ? []
          : [{ type: 'finding-pictured', finding: id, ...pictured } as const]),
      ];
    }),
    ...was
      .filter(({ id }) => !after.has(id))
      .map(({ id }): Change => ({ type: 'finding-removed', finding: id })),
  ];
}

function textChanges(base: Files, next: Files, file: string): readonly Change[] {
  const textsOf = (files: Files) => {
    const read = openFile(files, file);
    return new Map(read.ok ? entriesOf(read.source).map(({ path, texts }) => [path, texts]) : []);
  };
  const [was, is] = [textsOf(base), textsOf(next)];
  return [...is].flatMap(([path, texts]) =>
    Object.entries(texts).flatMap(([language, after]): readonly Change[] => {
      const before = was.get(path)?.[language];
      return before === undefined && !was.has(path)
        ? []
        : before === after
          ? []
          : [{ type: 'text', file, path, language, before: before ?? '', after }];
    }),
  );
}
