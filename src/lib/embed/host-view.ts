/** What the loader asks of a host page's layout: which part of the window a frame is read in, and what stands over it. */

/** Distances from the window's top, in px. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** With importance: a host's `iframe { max-height: … !important }` would cut the story. An empty value takes ours back. */
export function setStyles(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

/** The nearest element that scrolls what it holds; undefined where that is the window. */
export function scrollerOf(element: Element): Element | undefined {
  const scrolls = (each: Element) => /auto|scroll/.test(getComputedStyle(each).overflowY);
  const root = document.documentElement;
  for (let at = element.parentElement; at && at !== root; at = at.parentElement) {
    // The body's own overflow is the window's, unless the root has one too.
    if (scrolls(at) && (at !== document.body || scrolls(root))) return at;
  }
  return undefined;
}

export function viewOf(scroller: Element | undefined): Band {
  if (!scroller) return { top: 0, bottom: window.innerHeight };
  const top = Math.max(0, scroller.getBoundingClientRect().top + scroller.clientTop);
  return { top, bottom: top + Math.min(window.innerHeight, scroller.clientHeight) };
}

function fixedOver(element: Element, frame: Element): Element | undefined {
  for (let at: Element | null = element; at && !at.contains(frame); at = at.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
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
