/** Handles keys that a page scrolled by its host cannot handle alone: paging keys and the browser's search. */
import type { Mode } from './messages.js';
import { hands, onNext } from './next-hand.js';

/** Elements that handle the space bar themselves. */
const ownSpace =
  'button, input, select, textarea, summary, video, audio, dialog, [contenteditable], [role="button"]';

/** The direction in which a key scrolls by one page, 1 is down; undefined for all other keys. */
export function pageTurn(event: KeyboardEvent): 1 | -1 | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (key !== ' ' || ctrlKey || metaKey || altKey || event.defaultPrevented) return undefined;
  if (target instanceof Element && target.closest(ownSpace)) return undefined;
  return shiftKey ? -1 : 1;
}

/**
 * @param mode returns the page's present mode
 * @param page asks the host to scroll by one page
 */
export function attachHostKeys(
  mode: () => Mode | undefined,
  page: (dir: 1 | -1) => void,
): { find: () => void } {
  const root = document.documentElement;
  // The browser's search does not scroll a root with hidden overflow, so overflow is allowed until the reader next touches the
  // page.
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
