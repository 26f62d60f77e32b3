/**
 * A chart by keyboard: one tab stop, the arrow keys through its numbers in the order in which they are drawn, Enter to the source,
 * Escape back. A stage stands before its steps, so a chart that comes only with a later step has been passed by then: at that step
 * a link leads back to it, and Tab goes on from there. Knows charts as elements: whatever draws them, numbers are links. Pictures are
 * hidden from screen readers, which have the table under each section, but not while a reader is in one by keyboard.
 */
import { isModified, roved } from './keys.js';
import { readWords } from './page-data.js';

const stops = '[data-stage] .chart > [data-island]';

const isVisible = (link: HTMLElement | SVGElement): boolean =>
  link.checkVisibility?.({ visibilityProperty: true }) ?? getComputedStyle(link).visibility === 'visible';

/** Numbers in view, each once: its mark and its label open the same source. */
function numbersIn(plot: HTMLElement): readonly (HTMLElement | SVGElement)[] {
  const all = [...plot.querySelectorAll<HTMLElement | SVGElement>('a[data-figure], a[data-derived]')];
  const visible = all.filter(isVisible);
  const sourceOf = ({ dataset }: HTMLElement | SVGElement) => dataset.figure ?? dataset.derived;
  return visible.filter((link, i) => i === visible.findIndex((other) => sourceOf(other) === sourceOf(link)));
}

/** Shows a picture to screen readers, or hides it again. `data-heard` notes that it was hidden: charts of words never are. */
function hear(plot: HTMLElement, heard: boolean): void {
  const picture = plot.querySelector(heard ? '.c-chart[aria-hidden]' : '.c-chart[data-heard]');
  if (heard) picture?.removeAttribute('aria-hidden');
  else picture?.setAttribute('aria-hidden', 'true');
  picture?.toggleAttribute('data-heard', heard);
}

function move(plot: HTMLElement, event: KeyboardEvent): void {
  if (isModified(event)) return;
  if (event.key === 'Escape' && document.activeElement !== plot) {
    event.preventDefault();
    // It is in view: its numbers had the focus.
    plot.focus({ preventScroll: true });
    return;
  }
  const numbers = numbersIn(plot);
  const at = numbers.findIndex((link) => link === document.activeElement);
  const next = numbers[roved(event, at, numbers.length) ?? -1];
  if (!next) return;
  event.preventDefault();
  hear(plot, true);
  next.focus({ preventScroll: true });
}

interface Change {
  readonly step: HTMLElement;
  readonly chart: HTMLElement;
  readonly plot: HTMLElement;
}

/** The steps at which a stage changes to a chart that can be tabbed to. */
function changesOf(stage: HTMLElement): readonly Change[] {
  const steps = [...(stage.parentElement?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  return steps.flatMap((step, i) => {
    const name = step.dataset.chart;
    if (i === 0 || !name || steps[i - 1]?.dataset.chart === name) return [];
    const chart = stage.querySelector<HTMLElement>(`[data-name="${name}"]`);
    const plot = chart?.querySelector<HTMLElement>('[data-island][tabindex="0"]');
    return chart && plot ? [{ step, chart, plot }] : [];
  });
}

/** Calls once the chart is the one that its stage shows, now or with a later step. */
function whenCurrent(chart: HTMLElement, then: () => void): void {
  if (chart.hasAttribute('data-current')) return then();
  const watching = new MutationObserver(() => {
    watching.disconnect();
    then();
  });
  watching.observe(chart, { attributeFilter: ['data-current'] });
}

/** The link by which a chart was entered last: from there Tab goes on. */
const enteredBy = new WeakMap<HTMLElement, HTMLElement>();

/** Puts a link to its chart before a step's words. */
function leadTo({ step, chart, plot }: Change, words: string): void {
  const link = document.createElement('a');
  link.className = 'to-chart';
  link.href = `#${chart.id}`;
  link.textContent = words;
  step.prepend(link);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    // The step may be in view and not yet the current one.
    step.scrollIntoView({ block: 'start', behavior: 'instant' });
    whenCurrent(chart, () => {
      if (document.activeElement !== link) return;
      plot.focus({ preventScroll: true });
      enteredBy.set(plot, link);
    });
  });
}

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
};

/**
 * Tab through a chart. The browser would scroll to bring what it focuses below the part of the page that the stage covers, the stage's
 * own numbers too: the step would change and the chart with it.
 */
function tab(plot: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const words = [...plot.querySelectorAll<HTMLElement>('a[href]')];
  const stops = [plot, ...words.filter((link) => link.tabIndex >= 0 && isVisible(link))];
  const at = stops.findIndex((stop) => stop === event.target);
  // A picture's numbers are reached by arrow keys: they are no stops, and stand after the plot.
  const next = at < 0 ? (event.shiftKey ? plot : undefined) : stops[at + (event.shiftKey ? -1 : 1)];
  // Beyond the chart the browser moves on from what has the focus.
  if (!next) enteredBy.get(plot)?.focus({ preventScroll: true });
  else if (isInView(next)) {
    event.preventDefault();
    next.focus({ preventScroll: true });
  }
}

export function attachChartKeys(page: Document): void {
  const plots = page.querySelectorAll<HTMLElement>(stops);
  if (plots.length === 0) return;
  const { byArrowKeys, toChart } = readWords(page);
  for (const plot of plots) {
    // A chart without numbers is no tab stop, but `Stage` may hand it the focus of the chart before it.
    plot.tabIndex = -1;
    if (!plot.querySelector('a[data-figure], a[data-derived]')) continue;
    plot.tabIndex = 0;
    plot.dataset.ownArrows = '';
    plot.setAttribute('role', 'group');
    plot.setAttribute('aria-label', byArrowKeys);
    plot.addEventListener('keydown', (event) => {
      move(plot, event);
      tab(plot, event);
    });
    plot.addEventListener('focus', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && plot.contains(relatedTarget))) enteredBy.delete(plot);
    });
    plot.addEventListener('focusout', ({ relatedTarget }) => {
      const within = relatedTarget instanceof Node && plot.contains(relatedTarget);
      if (!within) hear(plot, false);
    });
  }
  // Whoever doesn't tab has no use for the links, nor has a reader mode that copies the page.
  const onTab = ({ key }: KeyboardEvent) => {
    if (key !== 'Tab') return;
    page.removeEventListener('keydown', onTab, true);
    for (const stage of page.querySelectorAll<HTMLElement>('[data-stage]'))
      for (const change of changesOf(stage)) leadTo(change, toChart);
  };
  page.addEventListener('keydown', onTab, true);
}
