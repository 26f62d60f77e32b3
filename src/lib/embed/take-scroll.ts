/**
 * A frame that is scrolled by its host: takes the host's place, and gives its own when something here has moved it: the focus, a
 * link into the page, the browser's search. Each wish has a number, and older places than the answer to it are not taken.
 */

export interface ScrollTaker {
  /** The host's place, with the number of the last wish that it knows of. */
  readonly take: (y: number, n: number) => void;
  readonly wish: (y: number) => void;
  readonly n: () => number;
  /** On: this page is scrolled by its host. */
  readonly turn: (on: boolean) => void;
}

/** @param post sends a wish to the host */
export function scrollTaker(post: (y: number, n: number) => void): ScrollTaker {
  /** Where the last taken place has left this page: a browser may round it. */
  let left = 0;
  let n = 0;
  let on = false;
  /** Opening at a place in the middle must not pull the host's reader here. */
  let begun = false;

  const begin = () => (begun = true);
  // No `wheel`: see next-hand.ts.
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
