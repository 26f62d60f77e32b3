/** Keys that a page scrolled by its host can't answer by itself: paging and the browser's search. */
import type { Mode } from './messages.js';

/** Elements that answer the space bar themselves. */
const ownSpace =
  'button, input, select, textarea, summary, video, audio, dialog, [contenteditable], [role="button"]';

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
  const signs = ['wheel', 'pointerdown', 'touchstart'];
  const found = () => {
    root.removeAttribute('data-embed-find');
    for (const sign of signs) window.removeEventListener(sign, found);
  };
  const find = () => {
    if (!root.toggleAttribute('data-embed-find', mode() === 'frame')) return;
    // Only for now: in WebKit a frame that listens to the wheel, however passively, keeps it from the host.
    for (const sign of signs) window.addEventListener(sign, found, { passive: true });
  };

  window.addEventListener('keydown', (event) => {
    if (mode() !== 'frame' && mode() !== 'bridge') return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key === 'F3' || ((ctrlKey || metaKey) && /^[fg]$/i.test(key))) find();
    if (key !== ' ' || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(ownSpace)) return;
    event.preventDefault();
    page(shiftKey ? -1 : 1);
  });
  return { find };
}
