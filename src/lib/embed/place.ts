/**
 * The reader's place while the page changes how it is shown: the element at the view's top, found again after the layout has changed.
 * Kept in words, not in pixels, and until the change has come to rest or the reader moves.
 */
import type { View } from './frame-link.js';
import { hands, onNext } from './next-hand.js';

/** What doesn't change its height with the window's, as steps do. */
const placed = '.step-card, .section-head, .section-data, h1';
/** A host gives the frame its new size within this time, in ms. */
const rest = 1500;

/** Scrolls the host where the frame is as tall as the page: only the browser can, and it does so for an element. */
export function bringIntoView(y: number): void {
  const mark = document.createElement('i');
  mark.style.cssText = `position:absolute;top:${Math.max(0, y)}px`;
  document.body.append(mark);
  mark.scrollIntoView({ block: 'start', behavior: 'instant' });
  mark.remove();
}

/**
 * @param view in px from the window's top
 * @param at how much of the view's height has been above the frame, in px
 * @returns where the view's top has to be for the same element to stand as high as before, in px from the page's top
 */
function keepPlace({ top, height }: View, at: number): () => number {
  const isSeen = (element: Element | null) => {
    const box = element?.getBoundingClientRect();
    return box !== undefined && box.bottom > top && box.top < top + height;
  };
  const current = document.querySelector('[aria-current="step"] .step-card');
  const anchor = isSeen(current) ? current : [...document.querySelectorAll(placed)].find(isSeen);
  const before = (anchor?.getBoundingClientRect().top ?? 0) - top;
  return () => {
    const now = anchor?.getBoundingClientRect();
    // An element that has grown shorter is kept in view at least.
    const over = Math.max(before, -Math.max(0, (now?.height ?? 0) - 1));
    return Math.max(0, window.scrollY + (now?.top ?? 0) - over - at);
  };
}

export interface PlaceKeeper {
  /** Remembers the place, if the reader has begun and looks at this page. */
  readonly keep: (view: View, at: number) => void;
  /** Goes to it, if there is one. */
  readonly find: () => void;
  readonly kept: () => boolean;
}

/** @param goTo brings this place of the page to the view's top */
export function placeKeeper(goTo: (y: number) => void): PlaceKeeper {
  let place: (() => number) | undefined;
  let seen = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let unheard = () => {};
  const forget = () => {
    place = undefined;
    clearTimeout(waiting);
    unheard();
  };
  // Who reads elsewhere in the host must not be called back.
  if ('IntersectionObserver' in window)
    new IntersectionObserver((entries) => (seen = entries.at(-1)?.isIntersecting ?? true)).observe(
      document.documentElement,
    );
  return {
    keep(view, at) {
      forget();
      if (!seen || !(window.scrollY > 0 || view.top > 0)) return;
      place = keepPlace(view, at);
      waiting = setTimeout(forget, rest);
      unheard = onNext([...hands, 'keydown'], forget);
    },
    find: () => {
      if (place) goTo(place());
    },
    kept: () => place !== undefined,
  };
}
