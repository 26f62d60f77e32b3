/**
 * The loader's part for one embedded page. In mode `frame` it gives the iframe the window's height and `position: sticky`, in a
 * box as tall as the story's scroll, and tells the page how far it is scrolled. If the host's styles break `sticky`, mode
 * `bridge`: the iframe has its full height, and the page is told which part is in view. If the host gives it too little space, or
 * moves its page by other means than scrolling, mode `plain`: the iframe is as it was without the loader. Knows no other iframe
 * and no event of the window.
 */
import { isChased } from './chase.js';
import { coverAt, hasRoom, isInFlow, scaleOf, scrollerOf, setStyles, shiftOf, viewOf } from './host-view.js';
import { pageShare, type FrameMessage, type HostMessage, type Mode } from './messages.js';

/** How many times in a row the iframe may be found elsewhere than at the view's top, before `sticky` counts as broken. */
const patience = 3;
/** Height of the iframe in print, where nothing scrolls: enough for the story's name and address. */
const onPaper = '240px';

export interface HostedFrame {
  readonly hear: (message: FrameMessage) => void;
  /**
   * To be called when something has moved. @returns false if the iframe is no longer in its place; then its styles have been
   * removed
   */
  readonly update: () => boolean;
  /** To be called when an element around the iframe has been scrolled. */
  readonly scrolled: (scroller: unknown) => void;
  /** To be called when the window's size has changed. */
  readonly resized: () => void;
  /**
   * To be called when the page is at rest after a scroll, or the iframe has come into or gone out of view. @returns whether to
   * call it once more
   */
  readonly look: () => boolean;
  readonly print: () => void;
  readonly printed: () => void;
}

/** Sets the height of the iframe or its box so that the host's styles cannot limit, stretch or animate it. */
function setHeight(element: HTMLElement, height: string, more?: Readonly<Record<string, string>>): void {
  setStyles(element, {
    display: 'block',
    overflow: 'visible',
    padding: '0',
    transition: 'none',
    height,
    // `min-height` overrides a `max-height`, and prevents shrinking in a flex column.
    'min-height': height,
    ...more,
  });
}

/**
 * @param modes the modes that the embedded page supports, best first
 * @param tell sends the embedded page a message
 * @param observers call `update` when an element's size changes, and `look` when it comes into view
 * @returns undefined if the host asks for mode `plain`
 */
export function hostFrame(
  frame: HTMLIFrameElement,
  modes: readonly Mode[],
  tell: (message: HostMessage) => void,
  observers: readonly (ResizeObserver | IntersectionObserver | false)[],
): HostedFrame | undefined {
  const pasted = frame.closest<HTMLElement>('.story-embed');
  const { mode: wish, top: given } = (pasted ?? frame).dataset;
  const parent = frame.parentElement;
  const best = modes.find((each) => each === wish) ?? modes[0];
  if (wish === 'plain' || !best || !parent) return undefined;
  let mode = best;

  /** The element that is as tall as the story's scroll. */
  let box = parent;
  // An absolutely positioned iframe fills a space that the host has made for it.
  if (!isInFlow(frame) || !isInFlow(box)) mode = 'plain';
  else if (mode === 'frame' && box !== pasted) {
    // Moving an iframe reloads it, unless the browser has `moveBefore`.
    if ('moveBefore' in box) {
      box = document.createElement('div');
      frame.before(box);
      box.moveBefore(frame, null);
    } else mode = 'bridge';
  }
  const frameStyle = frame.style.cssText;
  const boxStyle = box.style.cssText;
  const scroller = scrollerOf(box);
  /** How far a header of the host covers the top of the view, in px. */
  let cover = Math.max(0, Number.parseInt(given ?? '', 10)) || 0;
  /** The story's length in the present mode, in the story's px; 0 until the page reports it. */
  let length = 0;
  /** The view's height for which that length was laid out. */
  let laidFor = 0;
  /** Number of the page's last scroll request. */
  let n = 0;
  let misses = 0;
  /** `shiftOf` the box at the last scroll event. */
  let shift = shiftOf(box);
  /** Whether the last look found the box moved without a scroll event. */
  let doubted = false;
  let told = '';
  /** Scroll position from before printing; undefined when not printing. */
  let place: number | undefined;

  const isScrolled = () => length > 0 && (mode === 'frame' || mode === 'bridge');

  /** Removes our styles, so that the iframe has the host's own; but it must not cover what follows it. */
  function giveBack(): void {
    frame.style.cssText = frameStyle;
    box.style.cssText = boxStyle;
    if (box.clientHeight > 0 && box.clientHeight < frame.offsetHeight)
      setStyles(frame, { height: `${box.clientHeight}px` });
  }

  function makePlain(): void {
    mode = 'plain';
    giveBack();
    tell({ type: 'destroy' });
  }

  /**
   * The part of the view in which the story is read, below what covers its top. `height`, and `offset` (how far the story is
   * scrolled), are in the story's px; the rest is in px of the window.
   */
  function room() {
    const view = viewOf(scroller);
    const top = view.top + cover;
    const scale = scaleOf(box);
    const { top: start, bottom: end } = (mode === 'frame' ? box : frame).getBoundingClientRect();
    return {
      top,
      height: Math.max(0, Math.round((view.bottom - top) / scale)),
      offset: (top - start) / scale,
      spans: top - start >= 1 && end >= view.bottom + 1,
      scale,
    };
  }

  function sayMode(): void {
    told = '';
    const { height: vh, offset } = room();
    tell({ type: 'mode', mode, vh, at: Math.max(0, Math.round(-offset)) });
  }

  /** Sets the styles of iframe and box. Does nothing until the story's length is known. */
  function layOut(): void {
    if (length === 0 || mode === 'plain' || place !== undefined) return;
    const sticky = mode === 'frame';
    const { height, scale } = room();
    laidFor = height;
    // A phone's toolbars appear and disappear while scrolling; `lvh` is the height without them, if the browser knows it.
    const unit = CSS.supports('height', '1lvh') ? 'lvh' : 'vh';
    const view = scroller ? `${height}px` : `calc((100${unit} - ${cover}px) / ${scale})`;
    setHeight(frame, sticky ? view : `${length}px`, {
      // A fixed width, since some boxes are only as wide as their content.
      width: '100vw',
      'max-width': '100%',
      border: '0',
      position: sticky ? 'sticky' : 'static',
      top: `${cover / scale}px`,
    });
    const tall = sticky ? Math.max(length, frame.offsetHeight) : length;
    if (sticky) setHeight(box, `${tall}px`);
    else box.style.cssText = boxStyle;
    if (!hasRoom(sticky ? box : frame, tall, scroller)) makePlain();
  }

  /** Gives up if the window grows with the story (chase.ts). */
  function stopChase(): void {
    if (isScrolled() && isChased(room().height, laidFor, length, window.screen.height)) makePlain();
  }

  /** Checks that `sticky` works by the iframe's real position: while its box spans the view, it must be at the view's top. */
  function watch(): void {
    const { top, spans } = room();
    if (mode !== 'frame' || length === 0 || !spans) return;
    if (Math.abs(frame.getBoundingClientRect().top - top) <= 1) misses = 0;
    else if (++misses === patience) {
      mode = 'bridge';
      sayMode();
    }
  }

  function uncover(): void {
    const found = given ? 0 : coverAt(frame, viewOf(scroller), cover);
    if (found <= cover) return;
    cover = found;
    layOut();
    sayMode();
  }

  function tellPlace(): void {
    const { height: vh, offset } = room();
    const most = length - (mode === 'frame' ? frame.offsetHeight : 0);
    const y = Math.round(Math.max(0, Math.min(offset, most)));
    const telling = `${y} ${n} ${vh}`;
    if (telling === told || !isScrolled()) return;
    told = telling;
    tell(mode === 'frame' ? { type: 'scroll', y, n } : { type: 'view', y, vh });
  }

  function update(): boolean {
    if (!box.contains(frame) || !frame.isConnected) {
      // If the host has moved the iframe elsewhere, it lives on there and scrolls by itself.
      makePlain();
      if (box !== parent) box.remove();
      return false;
    }
    if (mode !== 'plain') {
      uncover();
      watch();
      tellPlace();
    }
    return true;
  }

  /** Scrolls the container and the window until `y`, in the story's px, is at the view's top. */
  function scrollTo(y: number): void {
    for (const each of [scroller, document.scrollingElement]) {
      const { offset, scale } = room();
      const top = ((y - offset) * scale) / (scroller && each === scroller ? scaleOf(scroller) : 1);
      each?.scrollBy({ top, behavior: 'instant' });
    }
  }

  if (mode === 'plain') giveBack();
  for (const observer of observers)
    for (const each of [frame, box, document.body]) if (observer) observer.observe(each);

  return {
    update,
    hear(message) {
      const { height, offset } = room();
      switch (message.type) {
        case 'ready':
          n = message.n;
          sayMode();
          break;
        case 'height':
          if (message.mode !== mode || place !== undefined) return;
          stopChase();
          length = message.h;
          layOut();
          break;
        case 'goto':
          n = message.n;
          scrollTo(message.y);
          break;
        case 'page':
          scrollTo(offset + message.dir * pageShare * height);
          break;
        case 'step':
          frame.dispatchEvent(new CustomEvent('story-step', { bubbles: true, detail: { id: message.id } }));
      }
      update();
    },
    scrolled(from) {
      if (from instanceof Node && from.contains(box)) shift = shiftOf(box);
    },
    resized() {
      stopChase();
      layOut();
      sayMode();
      update();
    },
    /**
     * If the box has moved without a scroll event, and not by layout, the host scrolls by other means (transforms). We cannot
     * learn how far, and such hosts don't get wheel events over an iframe. The limit is higher for a box that is not being read,
     * because hosts may animate it into view.
     */
    look() {
      const { spans, height } = room();
      const moved = isScrolled() && Math.abs(shiftOf(box) - shift) > (spans ? 2 : height / 4);
      if (moved && doubted) makePlain();
      return (doubted = moved);
    },
    print() {
      if (!isScrolled()) return;
      place = scroller ? scroller.scrollTop : window.scrollY;
      giveBack();
      setStyles(frame, { height: onPaper });
    },
    printed() {
      const top = place ?? 0;
      place = undefined;
      layOut();
      // The page was shorter in print, so the browser may have lost the scroll position.
      if (isScrolled()) (scroller ?? window).scrollTo({ top, behavior: 'instant' });
    },
  };
}
