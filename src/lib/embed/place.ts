/** The reader's place in words, not in pixels: the element at the view's top, found again after the layout has changed. */

const placed = '[data-step], .section-head, .section-data, h1';

/**
 * @param top of the view, in px from the window's top
 * @returns where the view's top has to be for the same element to stand as high as before, in px from the page's top
 */
export function keepPlace(top: number): () => number {
  const elements = [...document.querySelectorAll(placed)];
  const anchor = elements.find((each) => each.getBoundingClientRect().bottom > top) ?? elements.at(-1);
  const before = (anchor?.getBoundingClientRect().top ?? 0) - top;
  return () => {
    const now = anchor?.getBoundingClientRect();
    // An element that has grown shorter is kept in view at least.
    const over = Math.max(before, -Math.max(0, (now?.height ?? 0) - 1));
    return Math.max(0, window.scrollY + (now?.top ?? 0) - over);
  };
}
