/** What a step shows, as it stands in a file: `start` or `{ chart: falls, state: indexed, highlight: … }`. */
import { isId } from '../../story/shape.js';
import { problem } from './problem.js';
import type { EditProblem, ShowEdit } from './types.js';

/** Only names that are ids get into the file; whether they exist is the checks' question. */
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
