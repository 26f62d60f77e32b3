/**
 * The space bar in a frame as tall as its page. Some browsers hand it on to the host's window, as they do with the other keys, and
 * some don't: where nothing has moved soon after, the page is turned here.
 */
import type { ReadingView } from '../scroll/driver.js';
import { keepsItsKeys } from './keys.js';

/** By then a browser that hands the key on has begun to scroll, in ms. */
const soon = 150;
/** As much as browsers turn, as a share of the view. */
const page = 0.875;

/**
 * @param view what can be seen, in px from the window's top
 * @param goTo brings this place of the page to the view's top
 * @returns undoes it
 */
export function pageBySpace(view: () => ReadingView, goTo: (y: number) => void): () => void {
  function turn(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (key !== ' ' || ctrlKey || metaKey || altKey || event.defaultPrevented || keepsItsKeys(event)) return;
    if (target instanceof Element && target.closest('button, summary')) return;
    const { top, height } = view();
    setTimeout(() => {
      if (view().top === top) goTo(Math.max(0, window.scrollY + top + (shiftKey ? -page : page) * height));
    }, soon);
  }
  window.addEventListener('keydown', turn);
  return () => window.removeEventListener('keydown', turn);
}
