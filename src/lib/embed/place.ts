/**
 * Keeps the reader's place when the page changes its mode: remembers the element at the top of the view and finds it again after
 * the new layout. It remembers an element, not a scroll position, until the layout is at rest or the reader moves.
 */
import type { View } from './frame-link.js';
import { hands, onNext } from './next-hand.js';

/** Elements whose height does not depend on the window's, unlike steps. */
const placed = '.step-card, .section-head, .section-data, h1';
/** A host resizes the iframe within this time, in ms. */
const rest = 1500;

/**
 * Scrolls the host if the iframe is as tall as the page. Only `scrollIntoView` on an element can do that across origins. `y` is
 * in px from the page's top.
 */
export function bringIntoView(y: number): void {
  const mark = document.createElement('i');
  mark.style.cssText = `position:absolute;top:${Math.max(0, y)}px`;
  document.body.append(mark);
  mark.scrollIntoView({ block: 'start', behavior: 'instant' });
  mark.remove();
}

/**
 * @param view the visible part of the window, in px
 * @param at how much of the host's view is above the iframe, in px
 * @returns a function that computes where the top of the view must be, in px from the page's top, for the same element to be at
 * the same height as before
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
    // If the element has become shorter, keep at least its end in view.
    const over = Math.max(before, -Math.max(0, (now?.height ?? 0) - 1));
    return Math.max(0, window.scrollY + (now?.top ?? 0) - over - at);
  };
}

export interface PlaceKeeper {
  /** Remembers the place, if the reader has begun to read and this page is in view. */
  readonly keep: (view: View, at: number) => void;
  /** Scrolls to the remembered place, if there is one. */
  readonly find: () => void;
  readonly kept: () => boolean;
}

/** @param goTo scrolls until this position, in px from the page's top, is at the top of the view */
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
  // A reader who is elsewhere on the host page must not be scrolled back here.
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
