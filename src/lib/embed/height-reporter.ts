/**
 * Says how tall the page is when that changes: by 2 px or more, at most ten times a second. Measures the root's own height, which
 * no window's height enters.
 */

const pause = 100;
const least = 2;

/**
 * @returns to be called when the height may have changed; `again` says it even if it has not, `now` also before the pause is over:
 * what is said next may lean on it
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
    // What is as tall as it will be on paper says nothing of the window.
    if (window.matchMedia('print').matches) return;
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // The beginning of a page must not make the frame lower than it is.
    const begun = document.readyState === 'loading' && height < window.innerHeight;
    if (!document.body || begun || Math.abs(height - said) < least) return;
    said = height;
    say(height);
    resting = true;
    // No animation frame: a frame out of sight gets none.
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
