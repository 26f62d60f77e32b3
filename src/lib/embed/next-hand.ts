/**
 * Waits for the reader's next touch of the page. It listens only until then: in WebKit an iframe that listens to `wheel` keeps
 * wheel events from the host, even if the listener is passive.
 */

/** Events with which a mouse or finger begins to move a page. */
export const hands = ['wheel', 'pointerdown', 'touchstart'] as const;

/**
 * Calls `then` once, at the first of these events.
 *
 * @returns a function that stops listening
 */
export function onNext(signs: readonly string[], then: () => void): () => void {
  const stop = () => {
    for (const sign of signs) window.removeEventListener(sign, heard);
  };
  const heard = () => {
    stop();
    then();
  };
  for (const sign of signs) window.addEventListener(sign, heard, { passive: true });
  return stop;
}
