/**
 * A chart by keyboard: one tab stop, the arrow keys through its numbers in the order in which they are drawn, Enter to the source,
 * Escape back. Knows charts as elements: whatever draws them, numbers are links. Pictures are hidden from those who listen, who
 * have the table under each section; entered by keyboard they are not.
 */
import { isModified } from './keys.js';
import { readWords } from './page-data.js';

const stops = '[data-stage] .chart > [data-island]';

/** Numbers in view, each once: its mark and its label open the same source. */
function numbersIn(plot: HTMLElement): readonly (HTMLElement | SVGElement)[] {
  const all = [...plot.querySelectorAll<HTMLElement | SVGElement>('a[data-figure], a[data-derived]')];
  const visible = all.filter((link) => link.checkVisibility({ visibilityProperty: true }));
  const sourceOf = ({ dataset }: HTMLElement | SVGElement) => dataset.figure ?? dataset.derived;
  return visible.filter((link, i) => i === visible.findIndex((other) => sourceOf(other) === sourceOf(link)));
}

const ways: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Words are never hidden; of a picture it is remembered that it was. */
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
    plot.focus();
    return;
  }
  const way = ways[event.key];
  if (!way) return;
  const numbers = numbersIn(plot);
  const next =
    numbers[
      way(
        numbers.findIndex((link) => link === document.activeElement),
        numbers.length - 1,
      )
    ];
  if (!next) return;
  event.preventDefault();
  hear(plot, true);
  next.focus({ preventScroll: true });
}

export function attachChartKeys(page: Document): void {
  const plots = page.querySelectorAll<HTMLElement>(stops);
  if (plots.length === 0) return;
  const { byArrowKeys } = readWords(page);
  for (const plot of plots) {
    // Without numbers it is no stop, but may be handed the focus of the chart before it.
    plot.tabIndex = -1;
    if (!plot.querySelector('a[data-figure], a[data-derived]')) continue;
    plot.tabIndex = 0;
    plot.dataset.ownArrows = '';
    plot.setAttribute('role', 'group');
    plot.setAttribute('aria-label', byArrowKeys);
    plot.addEventListener('keydown', (event) => move(plot, event));
    plot.addEventListener('focusout', ({ relatedTarget }) => {
      const within = relatedTarget instanceof Node && plot.contains(relatedTarget);
      if (!within) hear(plot, false);
    });
  }
}
