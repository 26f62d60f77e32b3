/**
 * Supports hosts that leave the iframe's height to the browser (`frame-sizing: content-height`). The browser measures the page
 * when it is parsed and loaded, and afterwards only when the page asks (docs/embedding-protocol.md).
 */

declare global {
  interface Window {
    /** Missing in browsers without `frame-sizing`. Throws if the page has no host, or none that its `<meta>` allows. */
    requestResize?: () => void;
  }
}

/**
 * Asks the browser for this height. Has no effect if the host does not leave the height to the browser.
 *
 * To measure the page, the browser lays it out at the iframe's first size, so that height and layout cannot make each other grow.
 * But it also uses the first width, and after the host's window has become narrower, the story would be cut off. So during the
 * request, in which nothing is painted, the root has this fixed height, whatever its content needs at another width.
 *
 * @param height of the page at the iframe's present width, in whole px
 */
export function askForHeight(height: number): void {
  if (!window.requestResize || height === window.innerHeight) return;
  const { style } = document.documentElement;
  style.contain = 'strict';
  style.height = `${height}px`;
  try {
    window.requestResize();
  } catch {
    // This browser refuses the request: the iframe keeps its height.
  }
  style.contain = style.height = '';
}
