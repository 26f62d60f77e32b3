/**
 * The script for host pages, `/embed.js`: makes an embedded story scroll as if it were part of the page (hosted-frame.ts). It finds the
 * frames of its own origin, hears and tells them, and says to each what becomes of the window.
 * Sets styles by the CSSOM only, keeps no global, and believes no message that isn't from such a frame. Calls nothing of the host's
 * window but by the window's name: a host may have put its own there, and that may ask who calls.
 */
import { hostFrame, type HostedFrame } from './hosted-frame.js';
import { envelope, isFrameMessage, type HostMessage } from './messages.js';

/** A host that scrolls, and moves nothing by other means, is at rest after this time, in ms. */
const rest = 100;

function start(home: string): void {
  const hosted = new Map<HTMLIFrameElement, HostedFrame>();

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

  /** A frame is let go when it isn't in its place any more. */
  function each(work: (one: HostedFrame) => unknown): void {
    for (const [frame, one] of hosted) if (work(one) === false) hosted.delete(frame);
  }
  const update = () => each((one) => one.update());

  let looking = 0;
  function lookSoon(): void {
    window.clearTimeout(looking);
    // A scroll is told with the next picture, which a busy machine may draw late: in doubt the second look counts, a picture later.
    looking = window.setTimeout(
      () => window.requestAnimationFrame(() => each((one) => void (one.look() && lookSoon()))),
      rest,
    );
  }

  const observers = [
    'ResizeObserver' in window && new ResizeObserver(update),
    // A frame that comes or goes without a scroll is the only sign of a host that moves its page by other means.
    'IntersectionObserver' in window && new IntersectionObserver(lookSoon, { threshold: [0, 0.3, 0.6, 0.9] }),
  ];

  window.addEventListener('message', ({ data, source, origin }) => {
    if (!isFrameMessage(data)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || origin !== originOf(frame)) return;
    let one = hosted.get(frame);
    if (!one && data.type === 'ready') {
      one = hostFrame(frame, data.modes, (message) => tell(frame, message), observers);
      if (one) hosted.set(frame, one);
    }
    one?.hear(data);
  });
  // One listener for every scroller there is; a frame moves in the same turn in which the host has.
  window.addEventListener(
    'scroll',
    ({ target, isTrusted }) => {
      // A host that moves its page by other means may say that it has scrolled, too.
      each((one) => one.scrolled(isTrusted && target));
      update();
      lookSoon();
    },
    { capture: true, passive: true },
  );
  window.addEventListener('resize', () => each((one) => one.resized()));
  // Paper has one window, which nothing scrolls: the frame shows its name and address there (modes.css).
  window.addEventListener('beforeprint', () => each((one) => one.print()));
  // The page is the window's again only after this.
  window.addEventListener('afterprint', () => window.setTimeout(() => each((one) => one.printed())));
  window.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key !== 'F3' && !((ctrlKey || metaKey) && 'fFgG'.includes(key))) return;
    for (const frame of hosted.keys()) tell(frame, { type: 'find' });
  });

  function hello(): void {
    const own = frames();
    for (const frame of own) tell(frame, { type: 'hello' });
    if (document.readyState === 'complete' && !own[0] && document.querySelector('.story-embed iframe'))
      console.warn(`story-embed: load embed.js from the story's site, not from ${home}`);
  }
  hello();
  window.addEventListener('load', hello);
}

/** Where this script is from. A module isn't the current script, nor is what is run as text; but whoever calls is known by address. */
function ownOrigin(): string {
  const src: unknown = Reflect.get(document.currentScript ?? document, 'src');
  return /https?:\/\/[^/\s)]+/.exec(`${String(src)} ${new Error().stack}`)?.[0] ?? '';
}

const origin = ownOrigin();
const once = Symbol.for(`story-embed ${origin}`);
if (!Reflect.has(window, once)) {
  Reflect.set(window, once, true);
  start(origin);
}
