/** Prints a number, given by its id, in the page's edition. */
import { named } from './named.js';
import type { FigureFormat } from '../story/types.js';
import type { Voice } from './page.js';

/**
 * @param ref id of a figure or derived figure, and the format if a text asks for one
 * @throws if the id is unknown, which the story's checks rule out
 */
export function figurePrint(
  page: Voice,
  ref: {
    readonly type: 'figure' | 'derived';
    readonly id: string;
    readonly format?: FigureFormat | undefined;
  },
): string {
  return ref.type === 'figure'
    ? page.format.figure(named(page.story.figures, ref.id), ref.format)
    : page.format.derived(named(page.story.derived, ref.id), ref.format);
}
