/**
 * A host may leave the frame's height to the browser (`frame-sizing: content-height`). The browser takes it from the page as it is
 * parsed and loaded, and again only if the page asks (docs/embedding-protocol.md).
 */

declare global {
  interface Window {
    /** Only where the browser has it. Throws where the page has no host, or has not been let in by its `meta`. */
    requestResize?: () => void;
  }
}

/**
 * Asks for this height; without effect where the host doesn't leave it to the browser.
 *
 * The browser lays the page out in the frame's first size to measure it, so that nothing can grow for ever; but the width is the
 * first one, too, and a host's window that has become narrower would cut the story. So for the moment of asking, in which nothing
 * is shown, the root is as tall as it is, whatever its content is in another width.
 *
 * @param height of the page in the frame's present width, in whole px
 */
export function askForHeight(height: number): void {
  if (!window.requestResize || height === window.innerHeight) return;
  const { style } = document.documentElement;
  style.contain = 'strict';
  style.height = `${height}px`;
  try {
    window.requestResize();
  } catch {
    // A browser that wants to be asked in another way: the frame stays a box.
  }
  style.contain = style.height = '';
}
