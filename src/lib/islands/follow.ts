/**
 * In an iframe as tall as its page the browser doesn't bring into view what a link leads to or a search has found, since the window
 * that scrolls is the host's. This finds out where it is.
 */
import type { ReadingView } from '../scroll/driver.js';

/** Space left above what the reader went to, as a share of the view's height. */
const air = 0.15;

/** A former address's anchor has no size of its own (Moved.svelte): what it leads to is around it. */
function target(): HTMLElement | null {
  const there = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return there?.classList.contains('moved') ? there.parentElement : there;
}

/**
 * In a box the browser goes to it, but it may have left the host's window with the box.
 *
 * @returns undoes it
 */
export function showTargets(): () => void {
  // After the browser, and whoever else moves the page for it.
  const show = () => {
    const before = document.activeElement;
    setTimeout(() => {
      const there = target();
      const now = document.activeElement;
      // Who has gone elsewhere meanwhile is not called back.
      if (now === before || there?.contains(now))
        there?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }, 50);
  };
  window.addEventListener('hashchange', show);
  return () => window.removeEventListener('hashchange', show);
}

/**
 * @param view what can be seen, in px from the window's top
 * @param goTo brings this place of the page to the view's top
 * @returns undoes it
 */
export function followTargets(view: () => ReadingView, goTo: (y: number) => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let pressed = false;

  function bring({ top, bottom, height }: DOMRect): void {
    const seen = view();
    if (height === 0 || (top >= seen.top && bottom <= seen.top + seen.height)) return;
    goTo(window.scrollY + top - air * seen.height);
  }
  window.addEventListener(
    'hashchange',
    () => {
      const box = target()?.getBoundingClientRect();
      if (box) bring(box);
    },
    { signal },
  );
  // Who selects text with the pointer sees it already.
  for (const sign of ['pointerdown', 'pointerup', 'pointercancel'] as const)
    window.addEventListener(sign, () => (pressed = sign === 'pointerdown'), { signal, passive: true });
  document.addEventListener(
    'selectionchange',
    () => {
      const selection = getSelection();
      if (pressed || !selection || selection.isCollapsed) return;
      bring(selection.getRangeAt(0).getBoundingClientRect());
    },
    { signal },
  );
  return () => ended.abort();
}
