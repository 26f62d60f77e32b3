/**
 * Which step is current, from where the steps are and nothing else: no history, no events, no DOM.
 * A jump, a fling, a reload and a resize that end in the same place therefore end in the same state.
 */

/**
 * Index of the last step whose top is at or above the line, or -1 above the first.
 *
 * @param tops the steps' tops in reading order, in px from the window's top
 * @param line the line's distance from the window's top, in px
 */
export function currentStep(tops: readonly number[], line: number): number {
  // Binary search, with a pixel of tolerance: browsers restore scroll positions in fractions of one.
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? Infinity) <= line + 1) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The step whose state a section's stage shows: the section's last step that has been reached, else its first, so
 * that a stage coming into view from below already stands at the beginning.
 *
 * @param first index of the section's first step among all steps
 * @param count number of the section's steps, at least 1
 * @param current what `currentStep` gave
 */
export function stepShownBy(first: number, count: number, current: number): number {
  return Math.min(Math.max(current, first), first + count - 1);
}
