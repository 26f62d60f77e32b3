/**
 * The stepper: for boxes too low to scroll in. The page stays one document, laid out in panels as high as the box; buttons, keys and a
 * list go from panel to panel by moving the page's own scroll, which nothing else moves. So focus, links and find still reach
 * everything, and which step is current follows from geometry as ever (lib/scroll). Knows no modes: who calls it says when.
 */
import { hands, onNext } from '../embed/next-hand.js';
import { begins } from './begins.js';
import { isModified, keepsItsKeys } from './keys.js';

const panels = '.site-head, .section-head, .step, .section-data, .close-ledger, .embed-foot';
/** A chart is drawn for a stage of at least this height, in px, and made smaller in lower ones. */
const chartHeight = 250;
/** The smallest to which charts are made: those that are drawn, and those set in words, whose type is larger. */
const shares = { drawn: 0.6, words: 0.5 };
/** Of the box where it is narrow: the stage's share over words that need the rest, and over words that leave it more. */
const upper = { least: 0.56, most: 0.7 };
/** Between a step's words and the bar, in px. */
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
interface Place {
  readonly element: HTMLElement;
  /** The page's scroll that shows it from its top. */
  readonly at: number;
  /** How much of it can be seen at once, in px. */
  readonly room: number;
}

/** Steps stand under the stage where the box is narrow: the style sheet says how far down, as their scroll margin. */
function placesOf(page: Document, box: number): readonly Place[] {
  return [...page.querySelectorAll<HTMLElement>(panels)]
    .filter((element) => element.getClientRects().length > 0)
    .map((element, i) => {
      const margin = Number.parseFloat(getComputedStyle(element).scrollMarginBlockStart) || 0;
      const top = element.getBoundingClientRect().top + window.scrollY - margin;
      return { element, at: i === 0 ? 0 : Math.round(top), room: box - margin };
    });
}

/** Words that are still more than their stage can be scrolled in it. */
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

  function here(places: readonly Place[]): number {
    return Math.max(
      places.findLastIndex(({ at }) => at <= window.scrollY + 2),
      0,
    );
  }

  function go(by: number): void {
    const places = placesOf(page, box());
    const at = here(places);
    const place = places[at];
    const following = places[at + 1];
    if (!place) return;
    if (by < 0) return to(window.scrollY > place.at + 2 ? place.at : (places[at - 1]?.at ?? 0));
    const left = (following?.at ?? last() + place.room) - window.scrollY;
    // What is higher than the box is read in several turns.
    if (left > place.room + 2) to(window.scrollY + Math.min(place.room * 0.9, left - place.room));
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
    const places = placesOf(page, box());
    const place = places[here(places)]?.element;
    const step = place?.closest('[data-step]') ?? place?.parentElement?.querySelector('[data-step]');
    if (list && step) list.value = step.id;
  }

  let found = () => {};
  const ended = new AbortController();
  const { signal } = ended;
  previous.addEventListener('click', () => go(-1), { signal });
  next.addEventListener('click', () => go(1), { signal });
  list.addEventListener(
    'change',
    () => to(placesOf(page, box()).find(({ element }) => element.id === list.value)?.at ?? window.scrollY),
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
  to(placesOf(page, box()).find(({ element }) => element === begun)?.at ?? 0);
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
