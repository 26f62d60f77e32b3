/**
 * Which part of the page is in view, in an iframe as tall as the page whose host says nothing. Only an IntersectionObserver without a
 * root knows: it looks through to the top window.
 */
import type { ReadingView } from '../scroll/driver.js';

/** In how many steps of its visibility an element tells of a scroll. */
const pieces = 20;

export interface VisibleBand {
  readonly current: () => ReadingView | undefined;
  readonly stop: () => void;
}

/** @param onChange called when the band may have moved, some time after */
export function visibleBand(onChange: () => void): VisibleBand {
  let band: ReadingView | undefined;
  if (!('IntersectionObserver' in window)) return { current: () => band, stop: () => undefined };

  /** Observes the root once: its visible rectangle is the band. */
  const exact = new IntersectionObserver((entries) => {
    exact.disconnect();
    const seen = entries.at(-1);
    if (!seen?.isIntersecting) return;
    band = { top: seen.intersectionRect.top, height: seen.intersectionRect.height };
    onChange();
  });
  const look = () => {
    exact.disconnect();
    exact.observe(document.documentElement);
  };
  const threshold = Array.from({ length: pieces + 1 }, (_, i) => i / pieces);
  const alarms = new IntersectionObserver(look, { threshold });
  for (const each of document.querySelectorAll('[data-step], .section-head, .section-data, header, footer'))
    alarms.observe(each);
  look();
  return {
    current: () => band,
    stop: () => {
      exact.disconnect();
      alarms.disconnect();
    },
  };
}
