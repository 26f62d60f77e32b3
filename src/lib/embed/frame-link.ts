/**
 * The interface between an embedded page's inline script and the modules that load later: one object under a symbol of the
 * window.
 */
import type { FrameMessage, Mode } from './messages.js';

/** The part of the page that can be seen, in px from the page's own top. */
export interface View {
  readonly top: number;
  readonly height: number;
}

export interface FrameLink {
  /** Undefined until the mode has been decided. */
  readonly mode: Mode | undefined;
  /** The visible part of the page, which the host's loader sends in mode `bridge`. */
  readonly view: View | undefined;
  /** Sets the visible part in mode `static`, where no loader sends it and the page finds it out itself. */
  readonly see: (view: View) => void;
  readonly post: (message: FrameMessage) => void;
  /** Scrolls so that `y`, in px from the page's top, is at the top of the view, whichever window scrolls. */
  readonly goTo: (y: number) => void;
  /**
   * Lays the page out again: with the scrolling layout if the mode has it and `stands` finds it intact, otherwise as a plain
   * document.
   */
  readonly lay: (stands: () => boolean) => void;
  /** Tells the script that the page's height may have changed. */
  readonly report: () => void;
  /** Sets the one listener, which is called at once and whenever mode or view change. Without one, the page is a plain document. */
  readonly listen: (listener: (() => void) | undefined) => void;
}

const place = Symbol.for('story-embed.frame');

export function giveLink(link: FrameLink): void {
  Reflect.defineProperty(window, place, { value: link });
}

/** The link; undefined on a page that is not embedded. */
export function takeLink(): FrameLink | undefined {
  const link: FrameLink | undefined = Reflect.get(window, place);
  return link;
}
