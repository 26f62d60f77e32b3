/**
 * Decides whether the browser supports the scrolling layout, before it is applied, and whether it works, by measuring it
 * afterwards. If not, the page stays the complete document that it is without script (docs/browsers.md).
 */
import type { ReadingView } from './driver.js';

/**
 * CSS that the layout needs and that has no older equivalent. The early script cannot import anything, and repeats this
 * condition.
 */
const needed = '(position: sticky) and (inset: 0) and (height: max(1px, 1vh))';

/** `findLast` is the newest method that the script itself needs. */
export function canScroll(): boolean {
  return 'findLast' in Array.prototype && (window.CSS?.supports?.(needed) ?? false);
}

/** A picture of at least this height, in px, has not collapsed; less is not even a line of text. */
const least = 16;
/** The greatest share of the view's height that a stage above its steps may take. */
const most = 0.85;

/**
 * Whether each stage stays in view, shows its picture and does not cover its steps' text: the text must be beside it, or have
 * room below it. Measures the present layout, whatever has changed it: a browser's missing feature, a host's style, a reader's
 * own style.
 */
export function stands(stages: readonly HTMLElement[], { height }: ReadingView): boolean {
  return stages.every((stage) => {
    const steps = stage.nextElementSibling;
    const plot = stage.querySelector('.chart[data-current] .plot');
    if (!steps || !plot) return true;
    const { position, top } = getComputedStyle(stage);
    const own = stage.getBoundingClientRect();
    const beside = steps.getBoundingClientRect().left >= own.right - 1;
    const picture = plot.getBoundingClientRect();
    return (
      position === 'sticky' &&
      top !== 'auto' &&
      own.height <= height * (beside ? 1 : most) + 1 &&
      picture.height >= least &&
      picture.bottom <= own.bottom + 1
    );
  });
}
