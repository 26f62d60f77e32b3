/**
 * One stage in the browser: which chart and state it shows, as attributes at once, as a living chart when the stage is near and
 * its chunk has come. Until then, and for ever if it doesn't come, the prerendered picture stands.
 */
import type { ChartState } from '../charts/scene/types.js';
import { readInput } from '../view/serialised-input.js';
import { inTurn } from './in-turn.js';
import type { LiveChart } from './live-chart.svelte.js';
import { readWords, setOrRemove, stateOf } from './page-data.js';

interface Slot {
  readonly element: HTMLElement;
  readonly kind: string;
  /** The steps that name this chart, each with its index among the section's. */
  readonly steps: readonly { readonly at: number; readonly state: ChartState }[];
  state: ChartState;
  chart?: LiveChart;
}

/** A chart's state at a step of its section: that of its own last step so far, else of its first. Also while another is shown. */
function stateAt({ steps }: Pick<Slot, 'steps'>, at: number): ChartState {
  return (steps.findLast((step) => step.at <= at) ?? steps[0])?.state ?? { state: '' };
}

export class Stage {
  readonly #figure: HTMLElement;
  readonly #steps: readonly HTMLElement[];
  readonly #slots: readonly Slot[];
  #at = -1;
  #watched = false;

  /** @param steps the section's steps in reading order */
  constructor(figure: HTMLElement, steps: readonly HTMLElement[]) {
    this.#figure = figure;
    this.#steps = steps;
    this.#slots = [...figure.querySelectorAll<HTMLElement>('.chart')].map((element) => {
      const own = steps.flatMap((step, at) =>
        step.dataset.chart === element.dataset.name ? [{ at, state: stateOf(step) }] : [],
      );
      return { element, kind: element.dataset.kind ?? '', steps: own, state: stateAt({ steps: own }, 0) };
    });
  }

  /** Takes the state that the section's step with this index (from 0) names. */
  show(at: number): void {
    const step = this.#steps[at];
    if (!step || at === this.#at) return;
    this.#at = at;
    const { state, through, highlight } = stateOf(step);
    this.#figure.dataset.showing = step.dataset.chart ?? '';
    setOrRemove(this.#figure, 'data-state', state);
    setOrRemove(this.#figure, 'data-through', through);
    setOrRemove(this.#figure, 'data-highlight', highlight);
    for (const slot of this.#slots) {
      slot.element.toggleAttribute('data-current', slot.element.dataset.name === step.dataset.chart);
      slot.state = stateAt(slot, at);
      slot.chart?.show(slot.state);
    }
    this.#keepFocus();
  }

  /** On paper each chart is its prerendered picture, read or not. */
  print(whether: boolean): void {
    for (const { chart } of this.#slots) chart?.print(whether);
  }

  /** Moves the focus from a chart that is hidden now to the one shown in its place; the browser would drop it. */
  #keepFocus(): void {
    const focused = this.#slots.find(({ element }) => element.contains(document.activeElement));
    if (!focused || focused.element.hasAttribute('data-current')) return;
    const next = this.#slots.find(({ element }) => element.hasAttribute('data-current'));
    next?.element.querySelector<HTMLElement>('[data-island]')?.focus({ preventScroll: true });
  }

  /**
   * Brings the charts to life when the stage is within a window's height of the view.
   *
   * @param root where the window is a frame: without it an observer there looks no further than the frame's edge
   */
  watch(root: Document | null = null): void {
    if (this.#watched || !('IntersectionObserver' in window)) return;
    this.#watched = true;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        // What is looked at comes first.
        const current = this.#slots.filter((slot) => slot.element.hasAttribute('data-current'));
        for (const slot of new Set([...current, ...this.#slots])) inTurn(slot.kind, () => bringToLife(slot));
      },
      { root, rootMargin: '100% 0px' },
    );
    observer.observe(this.#figure);
  }
}

/** `data-alive`: the chart moves with the steps. `data-still`: it can't, and its prerendered picture stands. */
async function bringToLife(slot: Slot): Promise<void> {
  const { element, kind } = slot;
  const plot = element.querySelector<HTMLElement>('[data-island]');
  const input = element.querySelector<HTMLTemplateElement>('template[data-input]')?.content.textContent;
  if (!plot || !input) return;
  const giveUp = () => {
    element.removeAttribute('data-alive');
    element.setAttribute('data-still', '');
  };
  try {
    const { liveChart } = await import('./live-chart.svelte.js');
    slot.chart = await liveChart(kind, plot, readInput(input, readWords(document)), slot.state, giveUp);
    if (element.hasAttribute('data-still')) return;
    slot.chart.show(slot.state);
    element.setAttribute('data-alive', '');
  } catch {
    // The chunk didn't come, or the chart can't run here.
    giveUp();
  }
}
