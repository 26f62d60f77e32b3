/**
 * The inline script of embedded pages. It performs the handshake with the host's loader, tells hosts without it how tall the page
 * is, and decides in which mode the page is shown. It runs before everything else, also where modules are blocked. It accepts
 * messages only from its parent, sends other hosts nothing but heights, and changes only this page.
 */
import {
  announcements,
  peerInAddress,
  peerInMessage,
  scrollWishes,
  secretInAddress,
  wordPressHeight,
} from './announce.js';
import type { Peer } from './announce.js';
import { canScroll } from '../scroll/layout.js';
import { isChased } from './chase.js';
import { applyLook, awaitState } from './look.js';
import { giveLink, type View } from './frame-link.js';
import { askForHeight } from './frame-sizing.js';
import { heightReporter } from './height-reporter.js';
import { attachHostKeys } from './host-keys.js';
import { envelope, isHostMessage, type FrameMessage, type HostMessage, type Mode } from './messages.js';
import { bringIntoView, placeKeeper } from './place.js';
import { scrollTaker } from './take-scroll.js';

/**
 * In ms: how long to wait for the loader before other hosts are told the height (`silence`), and how long to wait for those
 * before the page chooses its mode by itself (`settling`).
 */
const silence = 150;
const settling = 350;
/** In ms after the page has chosen its mode: when to repeat the height for a host's script that loads later than the page. */
const again = [1000, 3000] as const;
/** In a box lower than this, in px, the page shows one step at a time. */
const stepperBelow = 480;

const root = document.documentElement;
applyLook(root, location.search);
awaitState(root, location.search);
const framed = window.parent !== window;
const modes: readonly Mode[] = /^(?:chart|brief)$/.test(root.dataset.embed ?? '')
  ? ['static']
  : ['frame', 'bridge', 'static'];
/** Order of the modes: a mode can be replaced only by one of a higher rank. */
const rank: Readonly<Record<Mode, number>> = { plain: 0, static: 1, frame: 2, bridge: 3 };

let mode: Mode | undefined;
let view: View | undefined;
let silent = false;
let listener: (() => void) | undefined;
/** Whether the scrolling layout is impossible here, or has been found broken. */
let fallen = !canScroll();
let announced = Infinity;
/** The page's last height, and the window's height for which it was laid out, in px. */
let laidOut = { length: 0, window: 0 };
const peers: Peer[] = [];
const answered = new Set<Peer>();
const secret = secretInAddress(location.hash);

function tell(data: unknown): void {
  if (framed) window.parent.postMessage(data, '*');
}
const post = (message: FrameMessage) => tell({ ...envelope, ...message });
const ready = () => post({ type: 'ready', modes, n: taker.n() });

function announce(height: number): void {
  laidOut = { length: height, window: window.innerHeight };
  if (mode === 'frame' || mode === 'bridge') return post({ type: 'height', mode, h: height });
  if (mode === 'static') post({ type: 'height', mode, h: height });
  if (!silent || mode === 'plain') return;
  announced = height;
  if (framed) askForHeight(height);
  sayAnnounced();
}

/**
 * Tells other hosts the height, with the first message for new peers. In mode `plain` it repeats the height from before the mode
 * was chosen, which is the height of the page as a plain document.
 */
function sayAnnounced(): void {
  if (announced === Infinity) return;
  for (const first of [true, false]) {
    const due = peers.filter((peer) => answered.has(peer) !== first);
    if (first && due.length === 0) continue;
    for (const said of announcements(announced, root.clientWidth, due, first)) tell(said);
    for (const peer of due) answered.add(peer);
    break;
  }
}

function setPlain(): void {
  const low = window.innerHeight < stepperBelow && framed;
  root.dataset.embedPlain = low ? 'stepper' : 'scroll';
}

/**
 * Turns the scrolling layout on if the mode has it, a script drives it (or the page is still loading), and it has not been found
 * broken.
 */
function setLive(): void {
  const wanted = !fallen && (mode === 'frame' || mode === 'bridge' || mode === 'plain');
  root.classList.toggle('live', wanted && (listener !== undefined || document.readyState === 'loading'));
}

/** @param at how far the frame is below the top of the host's view, in px, if known */
function setMode(next: Mode, at = 0): void {
  if (mode === next || (mode && rank[next] < rank[mode])) return;
  place.keep(view ?? { top: 0, height: window.innerHeight }, at);
  mode = next;
  if (next !== 'bridge') view = undefined;
  root.dataset.embedMode = next;
  delete root.dataset.embedPlain;
  if (next === 'plain') setPlain();
  setLive();
  taker.turn(next === 'frame');
  listener?.();
  report('now');
  place.find();
}

/**
 * Sets the visible part of the page, in px. Only its height is a CSS variable, because the layout depends on it; its top changes
 * with every scroll.
 */
function setView(top: number, height: number): void {
  if (view?.height !== height) root.style.setProperty('--view-height', `${height}px`);
  view = { top, height };
}

function goTo(y: number): void {
  if (mode === 'frame' || mode === 'bridge') taker.wish(y);
  else if (mode === 'static') {
    bringIntoView(y);
    // Not every browser lets an iframe scroll a page of another origin, so the host's script is asked too.
    for (const wish of scrollWishes(Math.max(0, Math.round(y)), peers)) tell(wish);
  } else window.scrollTo({ top: y, behavior: 'instant' });
}

function obey(message: HostMessage): void {
  switch (message.type) {
    case 'hello':
      ready();
      break;
    case 'mode':
      if (message.mode === 'bridge') setView(view?.top ?? 0, message.vh);
      if (message.mode === 'plain' || modes.includes(message.mode)) setMode(message.mode, message.at);
      report('again');
      break;
    case 'scroll':
      taker.take(message.y, message.n);
      break;
    case 'view':
      if (mode !== 'bridge') break;
      setView(message.y, message.vh);
      listener?.();
      break;
    case 'find':
      keys.find();
      break;
    case 'destroy':
      mode = undefined;
      view = undefined;
      setMode('plain');
  }
}

const taker = scrollTaker((y, n) => post({ type: 'goto', y, n }));
const report = heightReporter(announce);
const place = placeKeeper(goTo);
const keys = attachHostKeys(
  () => mode,
  (dir) => post({ type: 'page', dir }),
);

giveLink({
  get mode() {
    return mode;
  },
  get view() {
    return view;
  },
  post,
  goTo,
  report,
  see(each) {
    if (mode === 'static') view = each;
  },
  lay(stands) {
    fallen = false;
    setLive();
    fallen = root.classList.contains('live') && !stands();
    setLive();
  },
  listen(each) {
    listener = each;
    setLive();
    each?.();
  },
});

/** If the iframe gets the height that the page has announced, the host has an auto-height script: mode `static`. */
function lookForGrowth(): void {
  if (framed && silent && window.innerHeight >= announced - 2) setMode('static');
  // The host may also measure the page itself. Only the flat layout of mode `static` does not depend on the window's height.
  const { length, window: before } = laidOut;
  if (mode === 'plain' && isChased(window.innerHeight, before, length, window.screen.height))
    setMode('static');
}

function settle(): void {
  lookForGrowth();
  if (peers.length > 0) setMode('static');
  else if (!mode) setMode('plain');
  if (mode === 'plain') for (const time of again) setTimeout(sayAnnounced, time);
}

/** The loader has not answered: tell other hosts. */
function speak(): void {
  silent = true;
  if (peers.length > 0) setMode('static');
  report('again');
  const settleSoon = () => setTimeout(settle, settling);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', settleSoon);
  else settleSoon();
}

if (!framed) setMode('plain');
else {
  const named = peerInAddress(location.search);
  if (named) peers.push(named);
  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent) return;
    if (isHostMessage(data)) return obey(data);
    const peer = peerInMessage(data);
    if (!peer || peers.some(({ id }) => id === peer.id)) return;
    peers.push(peer);
    if (silent) {
      settle();
      sayAnnounced();
    }
  });
  ready();
  // If the address names the host's script, there is no need to wait; a later answer of the loader still takes precedence.
  setTimeout(speak, peers.length > 0 ? 0 : silence);
  window.addEventListener('resize', () => {
    lookForGrowth();
    if (place.kept()) {
      report('now');
      place.find();
    }
    if (mode !== 'plain') return;
    setPlain();
    setLive();
    listener?.();
  });
  window.addEventListener('load', () => {
    ready();
    if (silent) sayAnnounced();
    if (secret !== undefined) tell({ message: 'height', value: wordPressHeight, secret });
  });
}
document.addEventListener('DOMContentLoaded', () => {
  setLive();
  // For print: the story's address, which CSS prints beside the heading.
  const story = document.querySelector<HTMLAnchorElement>('[data-full-story]');
  document.querySelector('h1')?.setAttribute('data-address', story?.href ?? '');
});
