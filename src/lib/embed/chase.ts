/**
 * Detects a feedback loop: a window is given the height of its content, while the content's height depends on the window's, so
 * both grow for ever. It is detected in the first round, both in the host's window and in the iframe. Knows no page.
 */

/**
 * Whether a window has grown to the length of the content laid out in it, or beyond what anybody could see.
 *
 * @param now the window's present height, in px
 * @param before the window's height when the content was laid out, in px
 * @param length of the content, in px; content that fitted into the window never counts as a loop
 * @param screen the screen's height, in px; the limit is twice that, since a zoomed-out page can be twice as high as the screen
 */
export function isChased(now: number, before: number, length: number, screen: number): boolean {
  return length > before && now > before && now >= Math.min(length, 2 * screen);
}
