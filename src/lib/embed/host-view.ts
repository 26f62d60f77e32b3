/**
 * Measures a host page's layout for the loader: in which part of the window an iframe is read, what covers that part, and whether
 * an element has the space it was given.
 */

/** Top and bottom of a part of the window, in px from the window's top. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Sets styles with `!important`, because a host's own `iframe { max-height: … !important }` would cut the story off. An empty
 * value removes a style.
 */
export function setStyles(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

// Called as a method of `window`, as everywhere in the loader: a host may have replaced the function by one that checks its
// caller.
const styleOf = (element: Element) => window.getComputedStyle(element);

/** Whether an element takes up space in its parent's layout. */
export const isInFlow = (element: Element) => /static|relative/.test(styleOf(element).position);

/** How many px of the window one px of the element's own lengths is: not 1 if the host uses `zoom`. */
export function scaleOf(element: HTMLElement): number {
  return element.getBoundingClientRect().height / element.offsetHeight || 1;
}

/** The nearest scroll container around an element; undefined if that is the window. */
export function scrollerOf(element: Element): HTMLElement | undefined {
  const overflow = (each: Element) => styleOf(each).overflowY;
  const root = document.documentElement;
  for (let at = element.parentElement; at && at !== root; at = at.parentElement) {
    // The body's overflow applies to the window, unless the root has one too.
    if (/auto|scroll/.test(overflow(at)) && (at !== document.body || overflow(root) !== 'visible')) return at;
  }
  return undefined;
}

export function viewOf(scroller: HTMLElement | undefined): Band {
  if (!scroller) return { top: 0, bottom: window.innerHeight };
  const scale = scaleOf(scroller);
  const top = Math.max(0, scroller.getBoundingClientRect().top + scroller.clientTop * scale);
  return { top, bottom: top + Math.min(window.innerHeight, scroller.clientHeight * scale) };
}

function fixedOver(element: Element, frame: Element): Element | undefined {
  for (let at: Element | null = element; at && !at.contains(frame); at = at.parentElement) {
    if (/fixed|sticky/.test(styleOf(at).position)) return at;
  }
  return undefined;
}

/**
 * How far fixed or sticky elements of the host, such as a header, reach into the view from above, in px. Found by hit testing,
 * not from styles; an element that covers more than half of the view does not count.
 *
 * @param known the cover found so far, in px
 */
export function coverAt(frame: Element, { top, bottom }: Band, known: number): number {
  const { left, width } = frame.getBoundingClientRect();
  let cover = known;
  for (const element of document.elementsFromPoint(left + width / 2, top + known + 1)) {
    if (element === frame) break;
    const end = (fixedOver(element, frame)?.getBoundingClientRect().bottom ?? 0) - top;
    if (end > cover && end < (bottom - top) / 2) cover = Math.ceil(end);
  }
  return cover;
}

/**
 * Whether an element has the height it was given, despite the host's styles: it is not lower, no ancestor clips it, and it does
 * not cover what follows it.
 *
 * @param height in the element's own px
 */
export function hasRoom(element: HTMLElement, height: number, scroller: Element | undefined): boolean {
  const { top, right, bottom, left } = element.getBoundingClientRect();
  if (element.offsetHeight < height - 1) return false;
  for (
    let at: Element | null = element;
    at && at !== document.body && at !== scroller;
    at = at.parentElement
  ) {
    if (at.getBoundingClientRect().bottom < bottom - 1 && styleOf(at).overflowY !== 'visible') return false;
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      const box = next.getBoundingClientRect();
      const beside = box.left >= right || box.right <= left;
      if (!beside && box.top < bottom - 1 && box.bottom > top && isInFlow(next)) return false;
    }
  }
  return true;
}

/**
 * How far scrolling and transforms have moved an element from its place in the layout, in px. Only differences between two values
 * mean something.
 */
export function shiftOf(element: HTMLElement): number {
  let { top } = element.getBoundingClientRect();
  for (let at: Element | null = element; at instanceof HTMLElement; at = at.offsetParent) top -= at.offsetTop;
  return top;
}
