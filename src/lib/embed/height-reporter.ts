/**
 * Says how tall the page is when that changes: by 2 px or more, at most ten times a second. Measures the root's own height, which
 * no window's height enters.
 */

const pause = 100;
const least = 2;

/** @returns to be called when the height may have changed; with `true` it is said even if it has not */
export function heightReporter(say: (height: number) => void): (again?: boolean) => void {
  let said = -Infinity;
  let resting = false;
  let late = false;

  function report(again = false): void {
    if (again) said = -Infinity;
    if (resting) {
      late = true;
      return;
    }
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (!document.body || Math.abs(height - said) < least) return;
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
