/** How a number given by its id is printed in the page's edition. */
import { named } from './named.js';
import type { FigureFormat } from '../story/types.js';
import type { Voice } from './page.js';

/**
 * @param ref a figure or derived figure by id, with the named format asked for, if any
 * @throws if the id is unknown; the story's checks make sure that it is not
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
