/**
 * A reader of a host page: scrolls it to its end with the pointer over the story, and notes at every stop which steps stand wholly
 * in view, which is current and whether its chart is in view with it. Knows where things are, not how they came there, and no
 * browser: whoever calls it lends it one.
 */

/** What is told of the story at one stop, in px from the top of the host's window. */
interface Stop {
  readonly current: string | undefined;
  readonly whole: readonly string[];
  readonly chart: boolean;
}

export interface Account {
  readonly steps: readonly string[];
  /** Steps that were wholly in view while they were current and their chart was in view. */
  readonly read: readonly string[];
  readonly seen: readonly string[];
  /** The host stands at its end. */
  readonly atEnd: boolean;
  /** Of the frame, of the story in it, and of what holds the frame in the host. */
  readonly frame: number;
  readonly content: number;
  readonly box: number;
  /** By how many px at most the story stood elsewhere than where the host was, for a frame that stands still in its box. */
  readonly off: number;
  /** The story can be scrolled by hand inside its frame. */
  readonly scrollbar: boolean;
}

/** Runs a function in a page. It uses nothing from outside itself. */
type Run = <In, Out>(work: (given: In) => Out, given: In) => Promise<Out>;

export interface Walker {
  readonly host: Run;
  readonly story: Run;
  readonly scroll: (by: number) => Promise<unknown>;
  /** Which frame of the host. */
  readonly which: number;
  /** One turn of the wheel, in px. */
  readonly notch: number;
  /** Time to come to rest after it, in ms. */
  readonly rest: number;
  /** Whether the story's place in its frame is held to the host's. */
  readonly places?: boolean;
}

/** Runs in the host: the band of its window in which the frame can be seen. */
function hostBand(which: number) {
  const frame = document.querySelectorAll('iframe')[which];
  const header = document.querySelector('.fixed-header')?.getBoundingClientRect().bottom ?? 0;
  const pane = document.querySelector('.pane');
  const edge = pane?.getBoundingClientRect();
  const root = document.scrollingElement ?? document.documentElement;
  const { top, bottom, height } = frame?.getBoundingClientRect() ?? new DOMRect();
  const scroller = pane ?? root;
  const box = (frame?.parentElement ?? root).getBoundingClientRect();
  const view = Math.max(0, header, edge?.top ?? 0);
  return {
    /** How far a frame that stands still in its box is to be scrolled. */
    due: Math.max(0, Math.min(view - box.top, box.height - height)),
    frameTop: top,
    height,
    box: box.height,
    top: Math.max(top, header, edge?.top ?? 0),
    bottom: Math.min(bottom, window.innerHeight, edge?.bottom ?? Infinity),
    place: scroller.scrollTop,
    atEnd: scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2,
  };
}

/** Runs in the story. */
function storyStop({ top, bottom }: { top: number; bottom: number }) {
  const slack = 2;
  const inView = (element: Element | null | undefined) => {
    const rect = element?.getBoundingClientRect();
    return !!rect && rect.height > 0 && rect.top >= top - slack && rect.bottom <= bottom + slack;
  };
  const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
  const current = document.querySelector<HTMLElement>('[data-step][aria-current]');
  const own = document.querySelector(`[data-still="${current?.id ?? ''}"] .plot`);
  const stage = current?.closest('[data-section]')?.querySelector('[data-stage]');
  const shown =
    own ?? stage?.querySelector(`.chart[data-current][data-name="${current?.dataset.chart ?? ''}"] .plot`);
  return {
    current: current?.id,
    whole: steps.filter((step) => inView(step.querySelector('.step-card'))).map(({ id }) => id),
    chart: inView(shown),
  };
}

/** Runs in the story. */
function storyEnd(_nothing: null) {
  const html = document.documentElement;
  return {
    mode: html.dataset.embedMode,
    steps: [...document.querySelectorAll('[data-step]')].map(({ id }) => id),
    content: html.getBoundingClientRect().height,
    scrollbar: html.scrollHeight > html.clientHeight + 1 && getComputedStyle(html).overflowY !== 'hidden',
  };
}

/**
 * Runs in the story. What a frame can see of its host it is told by observers, a look after another, each at the end of a picture:
 * on a slow machine those take longer than any rest that is short on a fast one. Where no picture comes, time has to do.
 */
function pictures({ count, most }: { count: number; most: number }) {
  return new Promise<void>((resolve) => {
    let left = count;
    const next = () => ((left -= 1) < 0 ? resolve() : requestAnimationFrame(next));
    next();
    setTimeout(resolve, most);
  });
}

const idle = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

export async function walk({ host, story, scroll, which, notch, rest, places = false }: Walker) {
  const stops: Stop[] = [];
  const place = () => story((_nothing: null) => window.scrollY, null);
  /** What is told of the host's place has a way to go. */
  const offAtRest = async (): Promise<number> => {
    let off = Infinity;
    for (let look = 0; look < 10 && off > 1; look += 1) {
      if (look > 0) await idle(100);
      off = Math.abs((await place()) - (await host(hostBand, which)).due);
    }
    return off;
  };
  let off = 0;
  let standing = 0;
  let before = '';
  let band = await host(hostBand, which);
  for (let turn = 0; turn < 1500 && standing < 3; turn += 1) {
    await idle(rest);
    await story(pictures, { count: 4, most: 150 });
    band = await host(hostBand, which);
    const { frameTop, top, bottom, place: hostPlace } = band;
    stops.push(await story(storyStop, { top: top - frameTop, bottom: bottom - frameTop }));
    const now = `${hostPlace} ${await place()}`;
    standing = now === before ? standing + 1 : 0;
    if (places && (turn % 8 === 0 || standing > 0)) off = Math.max(off, await offAtRest());
    before = now;
    await scroll(notch);
  }
  const { mode, ...end } = await story(storyEnd, null);
  const read = stops.flatMap(({ current, whole, chart }) =>
    current !== undefined && chart && whole.includes(current) ? [current] : [],
  );
  const account: Account = {
    ...end,
    read: [...new Set(read)],
    seen: [...new Set(stops.flatMap(({ whole }) => whole))],
    atEnd: band.atEnd,
    frame: band.height,
    box: band.box,
    off,
  };
  return { account, end: { mode } };
}

/** What is missing from a whole reading, in words. */
export function shortOf({ steps, seen, read, atEnd }: Account): string[] {
  const missing = (all: readonly string[]) => steps.filter((step) => !all.includes(step));
  return [
    ...(steps.length > 3 ? [] : [`${steps.length} steps`]),
    ...missing(seen).map((step) => `${step} never came wholly into view`),
    ...missing(read).map((step) => `${step} was never current in view, with its chart`),
    ...(atEnd ? [] : ['the host did not come to its end']),
  ];
}
