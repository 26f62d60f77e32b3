/**
 * Scrolls what a list stands in while something is held near the upper or lower edge. Knows boxes and a height, no pointer and no row.
 */

/** The share of a box's height, at its top and at its bottom, in which it scrolls. */
const band = 0.2;
/** At the very edge, in px a frame; at the band's inner end it is 0. */
const fastest = 25;

/** @returns px to scroll in this frame, upwards negative */
export function stepAt(
  y: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  const depth = band * (bottom - top);
  const above = Math.min((top + depth - y) / depth, 1);
  const below = Math.min((y - (bottom - depth)) / depth, 1);
  if (above > 0) return -Math.ceil(fastest * above);
  return below > 0 ? Math.ceil(fastest * below) : 0;
}

/** The boxes that an element can be scrolled in, the innermost first and the page last. */
function scrollersOf(element: HTMLElement): readonly Element[] {
  const found: Element[] = [];
  for (let box = element.parentElement; box && box !== document.documentElement; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) found.push(box);
  return document.scrollingElement ? [...found, document.scrollingElement] : found;
}

/** @returns whether it could go on */
function scrollBy(box: Element, step: number): boolean {
  const before = box.scrollTop;
  box.scrollTop = before + step;
  return box.scrollTop !== before;
}

/**
 * @param start where the thing was picked up: what lies near an edge from the beginning doesn't scroll until it moves that way
 * @returns to be called once a frame with the height of what is held, in the window, in px; says whether anything scrolled
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
    const steps = boxes.map(({ box, ...edges }) => ({ box, step: stepAt(y, edges) }));
    free ||= steps.every(({ step }) => step === 0);
    return steps.some(
      ({ box, step }) =>
        step !== 0 && (free || Math.sign(step) === Math.sign(y - start)) && scrollBy(box, step),
    );
  };
}
