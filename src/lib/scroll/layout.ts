/**
 * Whether the scrolling layout can be had, asked before it is laid out, and whether it stands, measured once it is. Where either
 * fails the page is the complete document that it is without script (docs/browsers.md).
 */
import type { ReadingView } from './driver.js';

/** What that layout is made of and has no older form. The early script, which can import nothing, asks the same. */
const needed = '(position: sticky) and (inset: 0) and (height: max(1px, 1vh))';

/** `findLast` is the newest thing that the script itself can't do without. */
export function canScroll(): boolean {
  return 'findLast' in Array.prototype && (window.CSS?.supports?.(needed) ?? false);
}

/** A picture at least this high has not collapsed, in px: less than a line of text. */
const least = 16;
/** The most of the view's height that a stage above its steps may take, as a share. */
const most = 0.85;

/**
 * Whether each stage stays in view, shows its picture and leaves its steps' words uncovered: beside them, or with room beneath.
 * Reads the layout as it is now, whatever made it: an engine that lacks something, a host's style, a reader's own.
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
