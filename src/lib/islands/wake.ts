/**
 * When the reader begins. Until then the prerendered pictures are all that is needed, and a page that is opened and left costs
 * no chart code. A page that opens in its middle (a link, a reload) has begun.
 */

/** Calls `begin` once: now, if the page doesn't stand at its top, else with the first scroll, key, touch or click. */
export function whenReaderBegins(begin: () => void): void {
  const signs = ['scroll', 'wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
  function wake(): void {
    for (const sign of signs) window.removeEventListener(sign, wake);
    begin();
  }
  if (window.scrollY > 0 || location.hash !== '') begin();
  else for (const sign of signs) window.addEventListener(sign, wake, { passive: true });
}
