/**
 * One embedded page in its host, for the loader: gives its frame the window's height and as much to scroll as the story is long, and
 * tells it how far that is. Where the host's styles break `position: sticky` the frame stands at full length instead and is told what
 * of it is in view. Where the host doesn't give it that room, or doesn't scroll as browsers do, the frame is the box again that it was
 * without the loader. Knows no other frame and no event of the window.
 */
import { isChased } from './chase.js';
import { coverAt, hasRoom, isInFlow, scaleOf, scrollerOf, setStyles, shiftOf, viewOf } from './host-view.js';
import { pageShare, type FrameMessage, type HostMessage, type Mode } from './messages.js';

/** How often in succession a frame may be found elsewhere than at the view's top. */
const patience = 3;
/** On paper, where nothing scrolls: room for the story's name and address, in px. */
const onPaper = '240px';

export interface HostedFrame {
  readonly hear: (message: FrameMessage) => void;
  /** Something has moved. @returns whether the frame is still in its place; if not, what was done for it is undone */
  readonly update: () => boolean;
  /** What holds the frame has been scrolled. */
  readonly scrolled: (scroller: unknown) => void;
  /** The window has another size. */
  readonly resized: () => void;
  /** All is at rest after a scroll, or the frame has come or gone. @returns whether to look again */
  readonly look: () => boolean;
  readonly print: () => void;
  readonly printed: () => void;
}

/** For frame and box: a height that no style of the host's makes lower, higher or slow. */
function setHeight(element: HTMLElement, height: string, more?: Readonly<Record<string, string>>): void {
  setStyles(element, {
    display: 'block',
    overflow: 'visible',
    padding: '0',
    transition: 'none',
    height,
    // It gives way to no highest height, and shrinks in no column.
    'min-height': height,
    ...more,
  });
}

/**
 * @param modes the frame's, best first
 * @param tell sends the frame a message
 * @param observers have `update` called whenever an element's size changes, and `look` when it comes into view
 * @returns undefined where the host wants none of it
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

  /** What is as tall as the story's scroll. */
  let box = parent;
  // Out of the flow it fills a room that the host has made for it by other means.
  if (!isInFlow(frame) || !isInFlow(box)) mode = 'plain';
  else if (mode === 'frame' && box !== pasted) {
    // Put anywhere else a frame loads anew, unless the browser can move it.
    if ('moveBefore' in box) {
      box = document.createElement('div');
      frame.before(box);
      box.moveBefore(frame, null);
    } else mode = 'bridge';
  }
  const frameStyle = frame.style.cssText;
  const boxStyle = box.style.cssText;
  const scroller = scrollerOf(box);
  /** Height of what the host keeps over the frame's top. */
  let cover = Math.max(0, Number.parseInt(given ?? '', 10)) || 0;
  /** The story's length in its mode, 0 until it is told. */
  let length = 0;
  /** The window's height when it was laid out for that. */
  let laidFor = 0;
  /** Number of the frame's last wish. */
  let n = 0;
  let misses = 0;
  /** Its `shiftOf` at the last scroll. */
  let shift = shiftOf(box);
  /** Found moved, with no scroll told so far. */
  let doubted = false;
  let told = '';
  /** While the page is printed: how far what scrolls here was scrolled. */
  let place: number | undefined;

  const isScrolled = () => length > 0 && (mode === 'frame' || mode === 'bridge');

  /** The frame is the box again that it was: as the host's styles have it, but not over what comes after it. */
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
   * Where the story is read, below what covers its top: `height` of that and `offset` of it in the story in the story's px, the
   * rest in the window's.
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

  /** Nothing of the host's moves before the story's length is known. */
  function layOut(): void {
    if (length === 0 || mode === 'plain' || place !== undefined) return;
    const sticky = mode === 'frame';
    const { height, scale } = room();
    laidFor = height;
    // A phone's bars come and go: the frame keeps the height that it has without them, where the browser knows that height.
    const unit = CSS.supports('height', '1lvh') ? 'lvh' : 'vh';
    const view = scroller ? `${height}px` : `calc((100${unit} - ${cover}px) / ${scale})`;
    setHeight(frame, sticky ? view : `${length}px`, {
      // Also in a box that would be as wide as its frame makes it.
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

  /** A window that grows with the story is none to read it in. */
  function stopChase(): void {
    if (isScrolled() && isChased(room().height, laidFor, length, window.screen.height)) makePlain();
  }

  /** Looks where the frame is, not what the styles say: while its box spans the view it must be at the view's top. */
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
      // Moved elsewhere in one piece it is still there, and scrolls by itself.
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

  /** Scrolls whatever scrolls here until this place of the story stands at the view's top. */
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
     * A page that has moved since the last scroll, and not by its layout, is one that its host moves by other means. It tells nobody
     * how far, and takes no wheel from over a frame. A box that is only shown with a flourish moves less, and not while it is read.
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
      // What is shorter on paper couldn't be scrolled as far.
      if (isScrolled()) (scroller ?? window).scrollTo({ top, behavior: 'instant' });
    },
  };
}
