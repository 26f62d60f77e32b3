/**
 * The inline script of embedded pages: shakes hands with the host's loader, tells other hosts how tall the page is, and decides
 * how it is shown. It runs before anything else and where modules are refused. It obeys its parent alone, tells strangers
 * heights alone, and moves nothing but this page.
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

/** How long the loader may be silent before other hosts are spoken to, and these before the page settles by itself, in ms. */
const silence = 150;
const settling = 350;
/** A host's script may be there only after the page: what it would have heard is said again, in ms after the page has settled. */
const again = [1000, 3000] as const;
/** In a lower box one step at a time is shown. */
const stepperBelow = 480;

const root = document.documentElement;
applyLook(root, location.search);
awaitState(root, location.search);
const framed = window.parent !== window;
const modes: readonly Mode[] = /^(?:chart|brief)$/.test(root.dataset.embed ?? '')
  ? ['static']
  : ['frame', 'bridge', 'static'];
/** A mode gives way to a later one only. */
const rank: Readonly<Record<Mode, number>> = { plain: 0, static: 1, frame: 2, bridge: 3 };

let mode: Mode | undefined;
let view: View | undefined;
let silent = false;
let listener: (() => void) | undefined;
/** The scrolling layout can't be had here, or doesn't stand. */
let fallen = !canScroll();
let announced = Infinity;
/** The page's height at last, and the window's for which it was laid out. */
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

/** What was found before the page had settled is said again in mode `plain`: it is the height of the page as a document. */
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

/** Script-made layout as long as a script is there for it, and where it stands. */
function setLive(): void {
  const wanted = !fallen && (mode === 'frame' || mode === 'bridge' || mode === 'plain');
  root.classList.toggle('live', wanted && (listener !== undefined || document.readyState === 'loading'));
}

/** @param at how far below the host's view the frame stands, as far as that is known */
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

/** The view's height is a measure of the layout. Its top changes with every scroll, and is asked for. */
function setView(top: number, height: number): void {
  if (view?.height !== height) root.style.setProperty('--view-height', `${height}px`);
  view = { top, height };
}

function goTo(y: number): void {
  if (mode === 'frame' || mode === 'bridge') taker.wish(y);
  else if (mode === 'static') {
    bringIntoView(y);
    // Not every browser scrolls another site's page for it.
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

/** Somebody gives the page the height that it asked for: the host has an auto-height script. */
function lookForGrowth(): void {
  if (framed && silent && window.innerHeight >= announced - 2) setMode('static');
  // It may also look for itself how tall the page is. The flat layout is the one that the window's height doesn't enter.
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

/** The loader has been silent: whoever else listens is told. */
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
  // A host that has named its script needn't be waited for; an answer of the loader still wins.
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
  // On paper a link is where it leads.
  const story = document.querySelector<HTMLAnchorElement>('[data-full-story]');
  document.querySelector('h1')?.setAttribute('data-address', story?.href ?? '');
});
