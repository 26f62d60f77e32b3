/** What the inline script of an embedded page gives to the modules that come after it: one object under a symbol of the window. */
import type { FrameMessage, Mode } from './messages.js';

/** The part of the page that can be seen, in px from the page's own top. */
export interface View {
  readonly top: number;
  readonly height: number;
}

export interface FrameLink {
  /** Undefined until it is known. */
  readonly mode: Mode | undefined;
  /** Told by the host's loader in mode `bridge`. */
  readonly view: View | undefined;
  /** In mode `static`, where nobody tells it, what has been found to be seen. */
  readonly see: (view: View) => void;
  readonly post: (message: FrameMessage) => void;
  /** Brings the top of the view to this place of the page, whoever does the scrolling. */
  readonly goTo: (y: number) => void;
  /** Lays the page out anew: as it scrolls where the mode wants that and it stands, as a plain document otherwise. */
  readonly lay: (stands: () => boolean) => void;
  /** The page's height may have changed. */
  readonly report: () => void;
  /** Called at once and whenever mode or view change. There is one listener; without any the page is a plain document. */
  readonly listen: (listener: (() => void) | undefined) => void;
}

const place = Symbol.for('story-embed.frame');

export function giveLink(link: FrameLink): void {
  Reflect.defineProperty(window, place, { value: link });
}

/** Undefined in a page that isn't an embedded one. */
export function takeLink(): FrameLink | undefined {
  const link: FrameLink | undefined = Reflect.get(window, place);
  return link;
}
