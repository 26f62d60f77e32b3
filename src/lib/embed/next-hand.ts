/**
 * The next time that a hand comes to the page. Listened for only until then: in WebKit a frame that listens to the wheel, however
 * passively, keeps it from the host.
 */

/** What a mouse or a finger does to move a page. */
export const hands = ['wheel', 'pointerdown', 'touchstart'] as const;

/**
 * Calls `then` once, at the first of these signs.
 *
 * @returns stops listening
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
