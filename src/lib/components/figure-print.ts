/** How a number given by its id is printed in the page's edition. */
import type { FigureFormat } from '../story/types.js';
import type { Voice } from './context.js';

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
  if (ref.type === 'figure') {
    const figure = page.story.figures.find((candidate) => candidate.id === ref.id);
    if (figure) return page.format.figure(figure, ref.format);
  } else {
    const derived = page.story.derived.find((candidate) => candidate.id === ref.id);
    if (derived) return page.format.derived(derived, ref.format);
  }
  throw new Error(`no ${ref.type} is called ${ref.id}`);
}
