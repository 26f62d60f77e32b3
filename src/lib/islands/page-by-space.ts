/**
 * The space bar in a frame as tall as its page. Some browsers hand it on to the host's window, as they do with the other keys, and
 * some don't: where nothing has moved soon after, the page is turned here.
 */
import { pageTurn } from '../embed/host-keys.js';
import { pageShare } from '../embed/messages.js';
import type { ReadingView } from '../scroll/driver.js';
import { keepsItsKeys } from './keys.js';

/** How long to wait, in ms: a browser that hands the key on has begun to scroll by then. */
const soon = 150;

/**
 * @param view what can be seen, in px from the window's top
 * @param goTo brings this place of the page to the view's top
 * @returns undoes it
 */
export function pageBySpace(view: () => ReadingView, goTo: (y: number) => void): () => void {
  function turn(event: KeyboardEvent): void {
    const dir = pageTurn(event);
    if (!dir || keepsItsKeys(event)) return;
    const { top, height } = view();
    setTimeout(() => {
      if (view().top === top) goTo(Math.max(0, window.scrollY + top + dir * pageShare * height));
    }, soon);
  }
  window.addEventListener('keydown', turn);
  return () => window.removeEventListener('keydown', turn);
}
