/**
 * Finds the current step from the steps' positions alone, without history, events or DOM. So a jump, a fling, a reload and a
 * resize that end at the same position also end in the same state.
 */

/**
 * Index of the last step whose top is at or above the line, or -1 above the first.
 *
 * @param tops the steps' tops in reading order, in px from the window's top
 * @param line the line's distance from the window's top, in px
 */
export function currentStep(tops: readonly number[], line: number): number {
  // Binary search, with a tolerance of 1 px, because browsers restore scroll positions only to fractions of a pixel.
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
 * The step whose state a section's stage shows: the last of its steps that has been reached, otherwise its first, so that a stage
 * that comes into view from below already shows its beginning.
 *
 * @param first index of the section's first step among all steps
 * @param count number of the section's steps, at least 1
 * @param current result of `currentStep`
 */
export function stepShownBy(first: number, count: number, current: number): number {
  return Math.min(Math.max(current, first), first + count - 1);
}
