/**
 * Reports the page's height when it changes by 2 px or more, at most ten times a second. Measures the root element's height,
 * which does not depend on the window's.
 */

const pause = 100;
const least = 2;

/**
 * @returns a function to call when the height may have changed. `again` reports it even if it has not changed; `now` does so at
 * once, without waiting for the pause, because the caller's next step depends on it
 */
export function heightReporter(say: (height: number) => void): (how?: 'again' | 'now') => void {
  let said = -Infinity;
  let resting = false;
  let late = false;

  function report(how?: 'again' | 'now'): void {
    if (how) said = -Infinity;
    if (resting && how !== 'now') {
      late = true;
      return;
    }
    // While printing, the page has the height of the paper layout.
    if (window.matchMedia('print').matches) return;
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // While the page loads, its height is incomplete: it must not make the iframe lower.
    const begun = document.readyState === 'loading' && height < window.innerHeight;
    if (!document.body || begun || Math.abs(height - said) < least) return;
    said = height;
    say(height);
    resting = true;
    // Not `requestAnimationFrame`: browsers don't run it in an iframe that is out of view.
    setTimeout(() => {
      resting = false;
      if (!late) return;
      late = false;
      report();
    }, pause);
  }

  if ('ResizeObserver' in window) new ResizeObserver(() => report()).observe(document.documentElement);
  for (const moment of ['resize', 'load']) window.addEventListener(moment, () => report());
  document.addEventListener('DOMContentLoaded', () => report());
  return report;
}
