/** Keys that a page scrolled by its host can't answer by itself: paging and the browser's search. */
import type { Mode } from './messages.js';
import { hands, onNext } from './next-hand.js';

/** Elements that answer the space bar themselves. */
const ownSpace =
  'button, input, select, textarea, summary, video, audio, dialog, [contenteditable], [role="button"]';

/** Which way a key presses the page on by its length, as the space bar does; nothing if the key says something else. */
export function pageTurn(event: KeyboardEvent): 1 | -1 | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (key !== ' ' || ctrlKey || metaKey || altKey || event.defaultPrevented) return undefined;
  if (target instanceof Element && target.closest(ownSpace)) return undefined;
  return shiftKey ? -1 : 1;
}

/**
 * @param mode the page's present one
 * @param page asks the host for a page's worth of scrolling
 */
export function attachHostKeys(
  mode: () => Mode | undefined,
  page: (dir: 1 | -1) => void,
): { find: () => void } {
  const root = document.documentElement;
  // A browser's search doesn't scroll a root that hides its overflow; the next hand on the page ends it.
  const find = () => {
    if (root.toggleAttribute('data-embed-find', mode() === 'frame'))
      onNext(hands, () => root.removeAttribute('data-embed-find'));
  };

  window.addEventListener('keydown', (event) => {
    if (mode() !== 'frame' && mode() !== 'bridge') return;
    const { key, ctrlKey, metaKey } = event;
    if (key === 'F3' || ((ctrlKey || metaKey) && /^[fg]$/i.test(key))) find();
    const dir = pageTurn(event);
    if (!dir) return;
    event.preventDefault();
    page(dir);
  });
  return { find };
}
