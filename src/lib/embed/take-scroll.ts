/**
 * Synchronises the scroll position of an embedded page with its host, in mode `frame`. It follows the host's position, and sends
 * its own when something here has scrolled the page: the focus, an anchor link, the browser's search. Requests are numbered, and
 * positions that the host sent before it knew the latest request are ignored.
 */

export interface ScrollTaker {
  /** Takes the host's scroll position `y`, in px, with the number of the last request that the host knows. */
  readonly take: (y: number, n: number) => void;
  readonly wish: (y: number) => void;
  readonly n: () => number;
  /** Whether the host scrolls this page. */
  readonly turn: (on: boolean) => void;
}

/** @param post sends a scroll request to the host */
export function scrollTaker(post: (y: number, n: number) => void): ScrollTaker {
  /** The scroll position after the last update, which the browser may have rounded. */
  let left = 0;
  let n = 0;
  let on = false;
  /** False until the reader has done something: a page that opens at an anchor must not scroll the host. */
  let begun = false;

  const begin = () => (begun = true);
  // Not `wheel`: see next-hand.ts.
  for (const sign of ['pointerdown', 'keydown', 'focusin', 'hashchange'])
    window.addEventListener(sign, begin, { passive: true });
  window.addEventListener('load', () => setTimeout(begin, 500));

  function wish(y: number): void {
    n += 1;
    post(Math.max(0, Math.round(y)), n);
  }

  function moved(): boolean {
    if (!on || !begun || Math.abs(window.scrollY - left) < 1) return false;
    left = window.scrollY;
    wish(left);
    return true;
  }
  window.addEventListener('scroll', moved, { passive: true });

  return {
    take(y, known) {
      if (!on || known !== n || moved() || Math.abs(window.scrollY - y) < 1) return;
      window.scrollTo({ top: y, left: 0, behavior: 'instant' });
      left = window.scrollY;
    },
    wish(y) {
      if (on) {
        window.scrollTo({ top: y, left: 0, behavior: 'instant' });
        left = window.scrollY;
      }
      wish(y);
    },
    n: () => n,
    turn(to) {
      on = to;
      left = window.scrollY;
    },
  };
}
