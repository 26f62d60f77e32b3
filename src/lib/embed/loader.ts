/**
 * The script for host pages, `/embed.js`: makes an embedded story scroll as if it were part of the page (hosted-frame.ts). It
 * finds the iframes of its own origin, exchanges messages with them, and passes the window's events on to them.
 *
 * It sets styles only through the CSSOM, leaves no global variable, and trusts only messages from those iframes. It calls the
 * host window's functions as methods of `window`, because a host may have replaced them by ones that check their caller.
 */
import { hostFrame, type HostedFrame } from './hosted-frame.js';
import { envelope, isFrameMessage, type HostMessage } from './messages.js';

/** A host that scrolls in the normal way is at rest after this time, in ms. */
const rest = 100;

function start(home: string): void {
  const hosted = new Map<HTMLIFrameElement, HostedFrame>();

  const frames = () =>
    [...document.querySelectorAll('iframe')].filter(({ src }) => `${src}/`.startsWith(`${home}/`));
  const originOf = ({ sandbox }: HTMLIFrameElement) =>
    sandbox.length > 0 && !sandbox.contains('allow-same-origin') ? 'null' : home;

  function tell(frame: HTMLIFrameElement, message: HostMessage): void {
    const to = originOf(frame);
    // `hello` contains no information, so it may be sent to an iframe that has not loaded its page yet.
    const any = to === 'null' || message.type === 'hello';
    frame.contentWindow?.postMessage({ ...envelope, ...message }, any ? '*' : to);
  }

  /** Calls `work` for each iframe, and forgets those for which it returns false. */
  function each(work: (one: HostedFrame) => unknown): void {
    for (const [frame, one] of hosted) if (work(one) === false) hosted.delete(frame);
  }
  const update = () => each((one) => one.update());

  let looking = 0;
  function lookSoon(): void {
    window.clearTimeout(looking);
    // A scroll event comes with the next animation frame, which may be late on a busy machine. So if in doubt, look a second time
    // after another frame.
    looking = window.setTimeout(
      () => window.requestAnimationFrame(() => each((one) => void (one.look() && lookSoon()))),
      rest,
    );
  }

  const observers = [
    'ResizeObserver' in window && new ResizeObserver(update),
    // If the host moves its page by other means than scrolling, the only sign is an iframe that comes into or goes out of view
    // without a scroll event.
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
  // One capturing listener hears every scroll container, and moves the iframes in the same task as the host.
  window.addEventListener(
    'scroll',
    ({ target, isTrusted }) => {
      // Such a host may also dispatch scroll events of its own, which are not trusted.
      each((one) => one.scrolled(isTrusted && target));
      update();
      lookSoon();
    },
    { capture: true, passive: true },
  );
  window.addEventListener('resize', () => each((one) => one.resized()));
  // Nothing scrolls in print, so the iframe shows only its name and address (modes.css).
  window.addEventListener('beforeprint', () => each((one) => one.print()));
  // The window has its normal layout again only after this event.
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

/**
 * The origin of this script. Modules and scripts run from text have no `currentScript`; then an error's stack contains the
 * address.
 */
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
