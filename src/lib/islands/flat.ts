/**
 * The flat layout: under each step its own still of the chart in that step's state, drawn by the chart's own code. For frames as tall
 * as their content, where nothing can stay in view. Knows no hosts and no modes: who calls it says when.
 */
import type { ChartState } from '../charts/scene/types.js';
import { readInput } from '../view/serialised-input.js';
import { inTurn } from './in-turn.js';
import type { LiveChart } from './live-chart.svelte.js';
import { readWords, stateOf } from './page-data.js';

interface Still {
  readonly figure: HTMLElement;
  readonly kind: string;
  readonly plot: HTMLElement;
  /** The chart's input as it stands in the page. */
  readonly input: string;
  /** Unique on the page: the names of a picture's patterns are made from it. */
  readonly name: string;
  readonly state: ChartState;
  begun: boolean;
  chart?: LiveChart;
}

/**
 * A copy of the chart as prerendered: it keeps the still's place until the still is drawn, and for ever if it can't be. What is
 * named on the page is named once.
 */
export function copyOf(chart: HTMLElement): HTMLElement {
  const copy = document.createElement('div');
  for (const { name, value } of chart.attributes) copy.setAttribute(name, value);
  for (const node of chart.childNodes) {
    if (!(node instanceof HTMLTemplateElement)) copy.append(node.cloneNode(true));
  }
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id');
  for (const mark of ['data-current', 'data-alive', 'data-still']) copy.removeAttribute(mark);
  return copy;
}

function stillFor(step: HTMLElement, chart: HTMLElement): Still | undefined {
  const figure = document.createElement('figure');
  figure.className = 'still';
  figure.dataset.still = step.id;
  const copy = copyOf(chart);
  const plot = copy.querySelector<HTMLElement>('[data-island]');
  const input = chart.querySelector<HTMLTemplateElement>('template[data-input]')?.content.textContent;
  if (!plot || !input) return undefined;
  figure.append(copy);
  const state = stateOf(step);
  return { figure, kind: chart.dataset.kind ?? '', plot, input, name: step.id, state, begun: false };
}

/** One still a step, where its section has the chart that the step names. */
function stillsOf(body: HTMLElement): readonly Still[] {
  const charts = [...body.querySelectorAll<HTMLElement>('.stage > .chart')];
  return [...body.querySelectorAll<HTMLElement>('[data-step]')].flatMap((step) => {
    const chart = charts.find(({ dataset }) => dataset.name === step.dataset.chart);
    const still = chart && stillFor(step, chart);
    if (!still) return [];
    step.append(still.figure);
    return [still];
  });
}

async function draw(still: Still): Promise<void> {
  if (still.begun || !still.figure.isConnected) return;
  still.begun = true;
  const keep = () => still.figure.setAttribute('data-kept', '');
  try {
    const { liveChart } = await import('./live-chart.svelte.js');
    const input = { ...readInput(still.input, readWords(document)), name: still.name };
    still.chart = await liveChart(still.kind, still.plot, input, still.state, keep);
    if (!still.figure.isConnected) still.chart.stop();
    else still.figure.setAttribute('data-drawn', '');
  } catch {
    keep();
  }
}

/** Charts of words are as tall as their words, which differ from state to state: these are drawn first, so that nothing shifts under the reader. */
const isTallAsWords = ({ plot }: Still) => plot.closest('.in-words') !== null;

/** Draws what is looked at first, and the rest while the browser has time. */
function drawAll(stills: readonly Still[]): () => void {
  for (const still of stills.filter(isTallAsWords)) void draw(still);
  for (const still of stills) inTurn(still.kind, () => draw(still));
  if (!('IntersectionObserver' in window)) return () => undefined;
  const observer = new IntersectionObserver((entries) => {
    const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
    for (const still of stills) if (seen.includes(still.figure)) void draw(still);
  });
  for (const { figure } of stills) observer.observe(figure);
  return () => observer.disconnect();
}

/** @returns undoes it */
export function flatten(page: Document): () => void {
  const bodies = [...page.querySelectorAll<HTMLElement>('.section-body')];
  const stills = bodies.flatMap((body) => {
    const own = stillsOf(body);
    body.toggleAttribute('data-flat', own.length > 0);
    return own;
  });
  const stop = drawAll(stills);
  return () => {
    stop();
    for (const { figure, chart } of stills) {
      figure.remove();
      chart?.stop();
    }
    for (const body of bodies) body.removeAttribute('data-flat');
  };
}
