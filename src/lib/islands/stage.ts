/**
 * One stage in the browser: which chart and state it shows, as attributes at once, as a living chart when the stage is near and
 * its chunk has come. Until then, and for ever if it doesn't come, the prerendered picture stands.
 */
import type { ChartState } from '../charts/types.js';
import type { LiveChart } from './live-chart.svelte.js';

interface Slot {
  readonly element: HTMLElement;
  readonly kind: string;
  chart?: LiveChart;
  state?: ChartState;
}

/** A step's attributes as the state of its chart. */
function stateOf(step: HTMLElement): ChartState {
  const { state = '', through, highlight } = step.dataset;
  return { state, ...(through === undefined ? {} : { through }), ...(highlight === undefined ? {} : { highlight }) };
}

function setOrRemove(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

export class Stage {
  readonly #figure: HTMLElement;
  readonly #slots: ReadonlyMap<string, Slot>;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
    this.#slots = new Map(
      [...figure.querySelectorAll<HTMLElement>('.chart')].map((element) => [
        element.dataset.name ?? '',
        { element, kind: element.dataset.kind ?? '' },
      ]),
    );
  }

  /** Takes the state that a step names; the same step twice is the same state. */
  show(step: HTMLElement): void {
    const name = step.dataset.chart ?? '';
    const state = stateOf(step);
    this.#figure.dataset.showing = name;
    setOrRemove(this.#figure, 'data-state', state.state);
    setOrRemove(this.#figure, 'data-through', state.through);
    setOrRemove(this.#figure, 'data-highlight', state.highlight);
    for (const [slotName, slot] of this.#slots) {
      slot.element.toggleAttribute('data-current', slotName === name);
      if (slotName !== name) continue;
      slot.state = state;
      slot.chart?.show(state);
    }
  }

  /** Brings the charts to life when the stage is within a window's height of the view. */
  watch(): void {
    if (!('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        for (const slot of this.#slots.values()) void bringToLife(slot);
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(this.#figure);
  }
}

async function bringToLife(slot: Slot): Promise<void> {
  const plot = slot.element.querySelector<HTMLElement>('[data-island]');
  const input = slot.element.querySelector<HTMLTemplateElement>('template[data-input]')?.content.textContent;
  if (!plot || !input) return;
  try {
    const { liveChart } = await import('./live-chart.svelte.js');
    slot.chart = await liveChart(slot.kind, plot, JSON.parse(input), slot.state);
    if (slot.state) slot.chart.show(slot.state);
  } catch {
    // The chunk didn't come, or the chart can't run here: its prerendered picture is still in place.
    slot.element.toggleAttribute('data-still', true);
  }
}
