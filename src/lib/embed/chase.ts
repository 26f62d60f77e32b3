/**
 * A window that is made as tall as what is in it, while what is in it is laid out by the window: each makes the other grow, for
 * ever. Known at the first round, in the host's window and in the frame's. Knows no page.
 */

/**
 * Whether a window has grown to the length of what was laid out for it, or beyond what anybody sees.
 *
 * @param now the window's height, in px
 * @param before the window's height for which that was laid out, in px
 * @param length of that, in px; nothing is said of what has been in view as a whole
 * @param screen the screen's height, in px: a page that is shown smaller is twice as high at most
 */
export function isChased(now: number, before: number, length: number, screen: number): boolean {
  return length > before && now > before && now >= Math.min(length, 2 * screen);
}
