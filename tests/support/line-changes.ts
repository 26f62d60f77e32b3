/** Compares two texts line by line. */
import { diffArrays } from 'diff';

export interface LineChanges {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Removed and added lines, each with its line end; a line that only moves is in both lists. */
export function lineChanges(before: string, after: string): LineChanges {
  const lines = (text: string) => text.split(/(?<=\n)/);
  const parts = diffArrays(lines(before), lines(after));
  return {
    gone: parts.filter(({ removed }) => removed).flatMap(({ value }) => value),
    come: parts.filter(({ added }) => added).flatMap(({ value }) => value),
  };
}
