/**
 * The script for host pages, `/embed.js`: makes an embedded story scroll as if it were part of the page. It finds the frames of
 * its own origin, gives each the window's height and as much to scroll as the story is long, and tells it how far that is. Where
 * the host's styles break `position: sticky` the frame stands at full length instead and is told what of it is in view.
 * Sets styles by the CSSOM only, keeps no global, and believes no message that isn't from such a frame.
 */
import { coverAt, scrollerOf, setStyles, viewOf } from './host-view.js';
import {
  envelope,
  isFrameMessage,
  pageShare,
  type FrameMessage,
  type HostMessage,
  type Mode,
} from './messages.js';

interface Embed {
  readonly frame: HTMLIFrameElement;
  /** What is as tall as the story's scroll. */
  readonly box: HTMLElement;
  /** The box is of our making, and goes with the frame. */
  readonly made: boolean;
  readonly scroller: Element | undefined;
  /** The host has said what it keeps over the frame's top. */
  readonly topGiven: boolean;
  /** Height of what the host keeps over the frame's top. */
  top: number;
  mode: Mode;
  /** The story's length in its mode, 0 until it is told. */
  h: number;
  n: number;
  misses: number;
  told: string;
}

/** How often in succession a frame may be found elsewhere than at the view's top. */
const patience = 3;

function start(home: string): void {
  const embeds = new Map<MessageEventSource | null, Embed>();
  const sizes = new ResizeObserver(update);

  const frames = () =>
    [...document.querySelectorAll('iframe')].filter(({ src }) => `${src}/`.startsWith(`${home}/`));
  const originOf = ({ sandbox }: HTMLIFrameElement) =>
    sandbox.length > 0 && !sandbox.contains('allow-same-origin') ? 'null' : home;

  function tell(frame: HTMLIFrameElement, message: HostMessage): void {
    const to = originOf(frame);
    // `hello` says nothing, so that a frame on its way here needn't be known yet.
    const any = to === 'null' || message.type === 'hello';
    frame.contentWindow?.postMessage({ ...envelope, ...message }, any ? '*' : to);
  }

  function adopt(frame: HTMLIFrameElement, modes: readonly Mode[]): Embed | undefined {
    const pasted = frame.closest<HTMLElement>('.story-embed');
    const { mode: wish, top = '' } = (pasted ?? frame).dataset;
    let box = frame.parentElement;
    let mode = modes.find((each) => each === wish) ?? modes[0];
    if (wish === 'plain' || !mode || !box) return undefined;
    if (mode === 'frame' && box !== pasted) {
      // Put anywhere else a frame loads anew, unless the browser can move it.
      if ('moveBefore' in box) {
        box = document.createElement('div');
        frame.before(box);
        box.moveBefore(frame, null);
      } else mode = 'bridge';
    }
    const embed = {
      frame,
      box,
      made: box !== pasted && mode === 'frame',
      scroller: scrollerOf(box),
      topGiven: top !== '',
      top: Math.max(0, Number.parseInt(top, 10)) || 0,
      mode,
      h: 0,
      n: 0,
      misses: 0,
      told: '',
    };
    for (const each of [frame, box, document.body]) sizes.observe(each);
    return embed;
  }

  /** Where the story is read, below what covers its top; `offset` is where that is in the story. */
  function room({ scroller, top: cover, mode, box, frame }: Embed) {
    const view = viewOf(scroller);
    const top = view.top + cover;
    const { top: start, bottom: end } = (mode === 'frame' ? box : frame).getBoundingClientRect();
    return {
      top,
      bottom: view.bottom,
      height: Math.max(0, Math.round(view.bottom - top)),
      offset: top - start,
      end,
    };
  }

  function sayMode(embed: Embed): void {
    embed.told = '';
    const { height: vh, offset } = room(embed);
    tell(embed.frame, { type: 'mode', mode: embed.mode, vh, at: Math.max(0, Math.round(-offset)) });
  }

  /** Nothing of the host's moves before the story's length is known. */
  function layOut({ frame, box, mode, h, top, scroller }: Embed): void {
    if (h === 0) return;
    const sticky = mode === 'frame';
    const { top: from, bottom } = viewOf(scroller);
    // A phone's bars come and go: the frame keeps the height that it has without them.
    const view = scroller ? `${bottom - from}px` : '100lvh';
    setStyles(frame, {
      display: 'block',
      width: '100%',
      border: '0',
      'min-height': '0',
      'max-height': 'none',
      position: sticky ? 'sticky' : 'static',
      top: `${top}px`,
      height: sticky ? `calc(${view} - ${top}px)` : `${h}px`,
    });
    setStyles(box, { height: sticky ? `${Math.max(h, frame.offsetHeight)}px` : 'auto' });
  }

  /** Looks where the frame is, not what the styles say: while its box spans the view it must be at the view's top. */
  function watch(embed: Embed): void {
    const { top, bottom, offset, end } = room(embed);
    if (embed.mode !== 'frame' || embed.h === 0 || offset < 1 || end < bottom + 1) return;
    if (Math.abs(embed.frame.getBoundingClientRect().top - top) <= 1) embed.misses = 0;
    else if (++embed.misses === patience) {
      embed.mode = 'bridge';
      sayMode(embed);
    }
  }

  function uncover(embed: Embed): void {
    const cover = embed.topGiven ? 0 : coverAt(embed.frame, viewOf(embed.scroller), embed.top);
    if (cover <= embed.top) return;
    embed.top = cover;
    layOut(embed);
    sayMode(embed);
  }

  function tellPlace(embed: Embed): void {
    const { mode, h, n, frame } = embed;
    if (h === 0 || mode === 'static') return;
    const { height: vh, offset } = room(embed);
    const most = h - (mode === 'frame' ? frame.offsetHeight : 0);
    const y = Math.round(Math.max(0, Math.min(offset, most)));
    const telling = `${y} ${n} ${vh}`;
    if (telling === embed.told) return;
    embed.told = telling;
    tell(frame, mode === 'frame' ? { type: 'scroll', y, n } : { type: 'view', y, vh });
  }

  function update(): void {
    for (const [window, embed] of embeds) {
      const { frame, box, made } = embed;
      if (box.contains(frame) && frame.isConnected) {
        uncover(embed);
        watch(embed);
        tellPlace(embed);
      } else {
        embeds.delete(window);
        // Moved elsewhere in one piece it is still there, and scrolls by itself.
        tell(frame, { type: 'destroy' });
        if (made) box.remove();
        else box.style.height = '';
      }
    }
  }

  /** Scrolls whatever scrolls here until this place of the story stands at the view's top. */
  function scrollTo(embed: Embed, y: number): void {
    for (const each of [embed.scroller, document.scrollingElement])
      each?.scrollBy({ top: y - room(embed).offset, behavior: 'instant' });
  }

  function hear(embed: Embed, message: FrameMessage): void {
    const { height, offset } = room(embed);
    switch (message.type) {
      case 'ready':
        embed.n = message.n;
        sayMode(embed);
        break;
      case 'height':
        if (message.mode !== embed.mode) return;
        embed.h = message.h;
        layOut(embed);
        break;
      case 'goto':
        embed.n = message.n;
        scrollTo(embed, message.y);
        break;
      case 'page':
        scrollTo(embed, offset + message.dir * pageShare * height);
        break;
      case 'step':
        embed.frame.dispatchEvent(
          new CustomEvent('story-step', { bubbles: true, detail: { id: message.id } }),
        );
    }
    update();
  }

  const listen = window.addEventListener;
  listen('message', ({ data, source, origin }) => {
    if (!isFrameMessage(data)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || origin !== originOf(frame)) return;
    const embed = embeds.get(source) ?? (data.type === 'ready' ? adopt(frame, data.modes) : undefined);
    if (!embed) return;
    embeds.set(source, embed);
    hear(embed, data);
  });
  // One listener for every scroller there is; a frame moves in the same turn in which the host has.
  listen('scroll', update, { capture: true, passive: true });
  listen('resize', () => {
    for (const embed of embeds.values()) {
      layOut(embed);
      sayMode(embed);
    }
    update();
  });
  listen('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key !== 'F3' && !((ctrlKey || metaKey) && 'fFgG'.includes(key))) return;
    for (const { frame } of embeds.values()) tell(frame, { type: 'find' });
  });
  function hello(): void {
    for (const frame of frames()) tell(frame, { type: 'hello' });
  }
  hello();
  listen('load', hello);
}

const script = document.currentScript;
const { origin } = new URL(script && 'src' in script ? script.src : '', location.href);
const once = Symbol.for(`story-embed ${origin}`);
if (!Reflect.has(window, once)) {
  Reflect.set(window, once, true);
  start(origin);
}
