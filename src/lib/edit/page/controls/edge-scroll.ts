/**
 * Scrolls the boxes around a list while a row is held near their upper or lower edge. Knows boxes and a height, not the pointer
 * or the row.
 */

/** Share of a box's height, at its top and at its bottom, in which a held row scrolls the box. */
const band = 0.2;
/** Scroll speed at the very edge, in px per frame. It falls linearly to 0 at the band's inner end. */
const fastest = 25;

/**
 * @param y height of what is held, in px from the window's top, like `top` and `bottom`
 * @returns px to scroll in this frame; negative is upwards
 */
export function scrollDelta(
  y: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  const depth = band * (bottom - top);
  const above = Math.min((top + depth - y) / depth, 1);
  const below = Math.min((y - (bottom - depth)) / depth, 1);
  if (above > 0) return -Math.ceil(fastest * above);
  return below > 0 ? Math.ceil(fastest * below) : 0;
}

/** The scroll containers around an element, the innermost first and the page last. */
function scrollersOf(element: HTMLElement): readonly Element[] {
  const found: Element[] = [];
  for (let box = element.parentElement; box && box !== document.documentElement; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) found.push(box);
  return document.scrollingElement ? [...found, document.scrollingElement] : found;
}

/** @returns false if the box was already scrolled to its end */
function scrollBy(box: Element, step: number): boolean {
  const before = box.scrollTop;
  box.scrollTop = before + step;
  return box.scrollTop !== before;
}

/**
 * Prepares scrolling for one drag. What is picked up near an edge does not scroll at first, until it has moved towards that edge
 * or has once left all bands.
 *
 * @param start where the row was picked up, in px from the window's top
 * @returns a function to call once per frame with the row's present height in px from the window's top; it returns whether
 * anything scrolled
 */
export function edgeScroll(list: HTMLElement, start: number): (y: number) => boolean {
  const boxes = scrollersOf(list).map((box) => {
    const { top, bottom } = box.getBoundingClientRect();
    const isPage = box === document.scrollingElement;
    return isPage
      ? { box, top: 0, bottom: innerHeight }
      : { box, top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight) };
  });
  let free = false;
  return (y) => {
    const steps = boxes.map(({ box, ...edges }) => ({ box, step: scrollDelta(y, edges) }));
    free ||= steps.every(({ step }) => step === 0);
    return steps.some(
      ({ box, step }) =>
        step !== 0 && (free || Math.sign(step) === Math.sign(y - start)) && scrollBy(box, step),
    );
  };
}
