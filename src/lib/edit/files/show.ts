/** Writes what a step shows as YAML: `start` or `{ chart: falls, state: indexed, highlight: … }`. */
import { isId } from '../../story/shape.js';
import { problem } from './problem.js';
import type { EditProblem, ShowEdit } from './types.js';

/** Accepts only well-formed ids; the checks find out whether they exist. */
export function showWords(
  path: string,
  { chart, state, through, highlight }: ShowEdit,
): { readonly ok: true; readonly words: string } | { readonly ok: false; readonly problem: EditProblem } {
  const parts = Object.entries({ chart, state, through, highlight }).flatMap(([key, name]) =>
    name === undefined ? [] : [{ key, name }],
  );
  const bad = parts.find(({ name }) => !isId(name));
  if (bad) return problem('bad-id', path, bad.name);
  const alone = parts.length === 1;
  return {
    ok: true,
    words: alone ? state : `{ ${parts.map(({ key, name }) => `${key}: ${name}`).join(', ')} }`,
  };
}
