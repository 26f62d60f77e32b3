/** What the loader asks of a host page's layout: which part of the window a frame is read in, what stands over it, and whether it has its place. */

/** Distances from the window's top, in px. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** With importance: a host's `iframe { max-height: … !important }` would cut the story. An empty value takes ours back. */
export function setStyles(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

// Asked of the window by name, here as everywhere: a host may have put its own in this place, and that may ask who calls.
const styleOf = (element: Element) => window.getComputedStyle(element);

/** It takes room among the others of its parent. */
export const isInFlow = (element: Element) => /static|relative/.test(styleOf(element).position);

/** How many px of the window one px of the element's own lengths is: not 1 under a host's `zoom`. */
export function scaleOf(element: HTMLElement): number {
  return element.getBoundingClientRect().height / element.offsetHeight || 1;
}

/** The nearest element that scrolls what it holds; undefined where that is the window. */
export function scrollerOf(element: Element): HTMLElement | undefined {
  const overflow = (each: Element) => styleOf(each).overflowY;
  const root = document.documentElement;
  for (let at = element.parentElement; at && at !== root; at = at.parentElement) {
    // The body's own overflow is the window's, unless the root has one too.
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
 * How far what the host keeps in place reaches into the view from above, in px: a header, or one under another.
 * Asked of the picture, not of the styles; what reaches over half of the view is no header.
 *
 * @param known what is known to reach there already
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
 * Whether an element has got the height that it was given, whatever in the host is against it: it isn't lower, no ancestor cuts
 * it, and it covers nothing of what comes after it.
 *
 * @param height in px of its own
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

/** Where the host's scrolling and its transforms have put an element, from where its layout has: in px, from an arbitrary zero. */
export function shiftOf(element: HTMLElement): number {
  let { top } = element.getBoundingClientRect();
  for (let at: Element | null = element; at instanceof HTMLElement; at = at.offsetParent) top -= at.offsetTop;
  return top;
}
