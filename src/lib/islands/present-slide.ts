/**
 * One step of the presentation form: its chart, drawn anew for the room and moved from state to state while the chart stays the
 * same, and its words, as large as they fit. Knows no keys and no address.
 */
import { readInput } from '../view/serialised-input.js';
import { copyOf } from './flat.js';
import type { LiveChart } from './live-chart.svelte.js';
import { readWords, stateOf } from './page-data.js';

/** The least size, in px, for which a chart is laid out before it is enlarged: its letters are then seen from the last row. */
const laidOut = { width: 640, height: 340 };
/** Enlarged at most and at least so much. */
const zooms = { least: 0.85, most: 3 };
/** The largest and smallest font size of words, as shares of the lesser side of their room, and how they are made smaller. */
const type = { most: 0.108, least: 14, by: 0.94 };

interface Shown {
  readonly chart: HTMLElement;
  live?: LiveChart;
}

export class Slide {
  readonly #stage: HTMLElement;
  readonly #words: HTMLElement;
  #shown: Shown | undefined;
  #step: HTMLElement | undefined;

  constructor(stage: HTMLElement, words: HTMLElement) {
    this.#stage = stage;
    this.#words = words;
  }

  async show(step: HTMLElement): Promise<void> {
    this.#step = step;
    this.#words.replaceChildren(...wordsOf(step));
    const chart = chartOf(step);
    this.#stage.hidden = chart === undefined;
    this.fit();
    if (chart === this.#shown?.chart) this.#shown?.live?.show(stateOf(step));
    else if (chart) await this.#draw(chart);
    else this.#clear();
  }

  /** After anything has changed the room. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#stage;
    const zoom = Math.min(clientWidth / laidOut.width, clientHeight / laidOut.height);
    this.#stage.style.setProperty('--zoom', String(Math.min(Math.max(zoom, zooms.least), zooms.most)));
    const words = this.#words;
    let size = type.most * Math.min(words.clientWidth, words.clientHeight);
    do {
      words.style.fontSize = `${Math.max(size, type.least)}px`;
      size *= type.by;
    } while (size > type.least && overflows(words));
  }

  #clear(): void {
    this.#shown?.live?.stop();
    this.#shown = undefined;
    this.#stage.replaceChildren();
  }

  async #draw(chart: HTMLElement): Promise<void> {
    this.#clear();
    const shown: Shown = { chart };
    this.#shown = shown;
    const copy = copyOf(chart);
    copy.setAttribute('data-current', '');
    this.#stage.append(copy);
    const plot = copy.querySelector<HTMLElement>('[data-island]');
    const text = chart.querySelector<HTMLTemplateElement>('template[data-input]')?.content.textContent;
    // The printed picture is of the chart's last state: it is seen only if no other can be drawn.
    const keep = () => copy.setAttribute('data-kept', '');
    if (!plot || !text) return keep();
    try {
      const { liveChart } = await import('./live-chart.svelte.js');
      const input = readInput(text, readWords(document));
      // Unique on the page: the names of a picture's patterns are made from it.
      const named = { ...input, name: `${input.name}-presented` };
      const live = await liveChart(chart.dataset.kind ?? '', plot, named, stateOf(this.#step ?? chart), keep);
      if (this.#shown !== shown) return live.stop();
      shown.live = live;
      // The reader may have gone on meanwhile.
      if (this.#step) live.show(stateOf(this.#step));
      copy.setAttribute('data-drawn', '');
    } catch {
      keep();
    }
  }
}

const overflows = (box: HTMLElement) =>
  box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

/** The chart that the step names, as it stands in the story. */
function chartOf(step: HTMLElement): HTMLElement | undefined {
  const charts = step.closest('[data-section]')?.querySelectorAll<HTMLElement>('.stage > .chart') ?? [];
  return [...charts].find(({ dataset }) => dataset.name === step.dataset.chart);
}

/** The step's own words; the report's are the notes. */
function wordsOf(step: HTMLElement): readonly Node[] {
  return [...step.querySelectorAll('.step-card > p')].map((paragraph) => {
    const copy = paragraph.cloneNode(true);
    if (copy instanceof Element)
      for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
    return copy;
  });
}
