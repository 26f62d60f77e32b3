/**
 * The stepper: for boxes too low to scroll in. The page stays one document, laid out in panels as high as the box; buttons, keys and a
 * list go from panel to panel by moving the page's own scroll, which nothing else moves. So focus, links and find still reach
 * everything, and which step is current follows from geometry as ever (lib/scroll). Knows no modes: who calls it says when.
 */
import { hands, onNext } from '../embed/next-hand.js';
import { begins } from './begins.js';
import { isModified, keepsItsKeys } from './keys.js';

const panels = '.site-head, .section-head, .step, .section-data, .close-ledger, .embed-foot';
/** Charts are drawn for stages of at least this height, in px; in lower ones CSS scales them down. */
const chartHeight = 250;
/** The smallest factors by which charts are scaled: drawn ones, and ones set in words, whose type is larger. */
const shares = { drawn: 0.6, words: 0.5 };
/** The stage's share of a narrow box's height: at least over long words, at most over short ones. */
const upper = { least: 0.56, most: 0.7 };
/** Space between a step's words and the bar, in px. */
const air = 24;

const keys: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

/** Steps by section, named by how they begin. */
function fillList(list: HTMLSelectElement, steps: readonly HTMLElement[]): void {
  const groups = new Map<Element | null, HTMLOptGroupElement>();
  for (const step of steps) {
    const section = step.closest('[data-section]');
    const group = groups.get(section) ?? document.createElement('optgroup');
    if (!groups.has(section)) {
      groups.set(section, group);
      group.label = begins(section?.querySelector('h2')?.textContent ?? '');
      list.append(group);
    }
    group.append(new Option(begins(step.querySelector('.step-card')?.textContent ?? ''), step.id));
  }
}

/** One panel of the page and where it is read. */
interface Stop {
  readonly element: HTMLElement;
  /** The page's scroll that shows it from its top. */
  readonly at: number;
  /** How much of it can be seen at once, in px. */
  readonly room: number;
}

/** In a narrow box steps stand under the stage; the style sheet says by their scroll margin how far down. `box`: its height, in px. */
function stopsOf(page: Document, box: number): readonly Stop[] {
  return [...page.querySelectorAll<HTMLElement>(panels)]
    .filter((element) => element.getClientRects().length > 0)
    .map((element, i) => {
      const margin = Number.parseFloat(getComputedStyle(element).scrollMarginBlockStart) || 0;
      const top = element.getBoundingClientRect().top + window.scrollY - margin;
      return { element, at: i === 0 ? 0 : Math.round(top), room: box - margin };
    });
}

/** Makes a chart smaller step by step until its words fit; words that don't fit at the smallest can be scrolled in their stage. */
function makeFit(chart: HTMLElement, share: number): void {
  const words = chart.querySelector('.c-words');
  for (const smaller of [share, (share + shares.words) / 2, shares.words]) {
    chart.style.setProperty('--chart-share', String(smaller));
    if (!words || words.scrollHeight <= words.clientHeight + 1) return;
  }
}

/** @returns undoes it; a page without steps is left as it is */
export function startStepper(page: Document): () => void {
  const root = page.documentElement;
  const bar = page.querySelector<HTMLTemplateElement>('template[data-stepper-bar]')?.content.cloneNode(true);
  const steps = [...page.querySelectorAll<HTMLElement>('[data-step]')];
  if (!(bar instanceof DocumentFragment) || steps.length === 0) return () => undefined;
  const nav = bar.querySelector<HTMLElement>('nav');
  const list = bar.querySelector<HTMLSelectElement>('select');
  const previous = bar.querySelector<HTMLButtonElement>('[data-previous]');
  const next = bar.querySelector<HTMLButtonElement>('[data-next]');
  if (!nav || !list || !previous || !next) return () => undefined;
  fillList(list, steps);
  const begun = page.querySelector<HTMLElement>('[aria-current="step"]');
  page.body.append(bar);
  root.dataset.stepper = '';
  // Its panels stand on the scrolling layout, also where it would not be wanted without them.
  const live = () => root.classList.add('live');
  live();

  const box = () => window.innerHeight - nav.offsetHeight;
  const to = (top: number) => window.scrollTo({ top, behavior: 'instant' });
  const last = () => root.scrollHeight - window.innerHeight;

  const stages = [...page.querySelectorAll<HTMLElement>('.stage')].map((stage) => ({
    stage,
    cards: [...(stage.parentElement?.querySelectorAll<HTMLElement>('.step-card') ?? [])],
  }));

  function here(stops: readonly Stop[]): number {
    return Math.max(
      stops.findLastIndex(({ at }) => at <= window.scrollY + 2),
      0,
    );
  }

  function go(by: number): void {
    const stops = stopsOf(page, box());
    const at = here(stops);
    const stop = stops[at];
    const following = stops[at + 1];
    if (!stop) return;
    if (by < 0) return to(window.scrollY > stop.at + 2 ? stop.at : (stops[at - 1]?.at ?? 0));
    const left = (following?.at ?? last() + stop.room) - window.scrollY;
    // What is higher than the box is read in several turns.
    if (left > stop.room + 2) to(window.scrollY + Math.min(stop.room * 0.9, left - stop.room));
    else if (following) to(following.at);
  }

  /** Fits what can't be fitted by style alone, and says where the reader is. */
  function fit(): void {
    for (const step of steps) step.removeAttribute('data-long');
    for (const { stage, cards } of stages) {
      const words = Math.max(...cards.map((card) => card.offsetHeight));
      const height = Math.max(Math.min(box() - words - air, upper.most * box()), upper.least * box());
      stage.parentElement?.style.setProperty('--upper', `${Math.round(height)}px`);
      const share = Math.min(Math.max(stage.clientHeight / chartHeight, shares.drawn), 1);
      for (const chart of stage.querySelectorAll<HTMLElement>('.chart')) makeFit(chart, share);
    }
    for (const step of steps) {
      const card = step.querySelector<HTMLElement>('.step-card');
      const margin = Number.parseFloat(getComputedStyle(step).scrollMarginBlockStart) || 0;
      step.toggleAttribute('data-long', (card?.offsetHeight ?? 0) + 16 > box() - margin);
    }
  }

  function tell(): void {
    previous?.setAttribute('aria-disabled', String(window.scrollY <= 1));
    next?.setAttribute('aria-disabled', String(window.scrollY >= last() - 1));
    const stops = stopsOf(page, box());
    const stop = stops[here(stops)]?.element;
    const step = stop?.closest('[data-step]') ?? stop?.parentElement?.querySelector('[data-step]');
    if (list && step) list.value = step.id;
  }

  let found = () => {};
  const ended = new AbortController();
  const { signal } = ended;
  previous.addEventListener('click', () => go(-1), { signal });
  next.addEventListener('click', () => go(1), { signal });
  list.addEventListener(
    'change',
    () => to(stopsOf(page, box()).find(({ element }) => element.id === list.value)?.at ?? window.scrollY),
    { signal },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      const find = ((event.ctrlKey || event.metaKey) && event.key === 'f') || event.key === 'F3';
      // Where the page can't be scrolled by hand, some browsers don't go to what they have found.
      if (find) {
        root.dataset.finding = '';
        found();
        found = onNext(hands, () => delete root.dataset.finding);
      }
      const back = event.key === ' ' && event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
      const by = back ? -1 : keys[event.key];
      if (by === undefined || (isModified(event) && !back) || keepsItsKeys(event)) return;
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.key === ' ' && target?.closest('button, a, summary')) return;
      event.preventDefault();
      go(by);
    },
    { capture: true, signal },
  );
  window.addEventListener('scroll', tell, { passive: true, signal });
  window.addEventListener('resize', () => (live(), fit(), tell()), { signal });
  fit();
  to(stopsOf(page, box()).find(({ element }) => element === begun)?.at ?? 0);
  tell();

  return () => {
    ended.abort();
    found();
    nav.remove();
    delete root.dataset.stepper;
    delete root.dataset.finding;
    for (const { stage } of stages) {
      stage.parentElement?.style.removeProperty('--upper');
      for (const chart of stage.querySelectorAll<HTMLElement>('.chart'))
        chart.style.removeProperty('--chart-share');
    }
    for (const step of steps) step.removeAttribute('data-long');
  };
}
