/** The graphic of an embedded chart's page: shows the chart and the state that the address asks for, and brings it to life. */
import type { ChartState } from '../charts/scene/types.js';
import { readInput } from '../view/serialised-input.js';
import { stateNamed, type NamedState } from './chart-state.js';
import { readData, readWords, setOrRemove, stateOf } from './page-data.js';

const areStates = (data: unknown): data is readonly NamedState[] =>
  Array.isArray(data) && data.every(({ step, chart, state }) => step && chart && state);

/** Puts the asked chart in the last one's place. Its picture is that of another state until it is drawn. */
function turnTo(figure: HTMLElement, asked: NamedState): void {
  figure.dataset.showing = asked.chart;
  figure.dataset.state = asked.state;
  setOrRemove(figure, 'data-through', asked.through);
  setOrRemove(figure, 'data-highlight', asked.highlight);
  for (const chart of figure.querySelectorAll<HTMLElement>('.chart')) {
    chart.hidden = chart.dataset.name !== asked.chart;
    chart.toggleAttribute('data-current', !chart.hidden);
  }
}

async function bringToLife(chart: HTMLElement, state: ChartState): Promise<void> {
  const plot = chart.querySelector<HTMLElement>('[data-island]');
  const input = chart.querySelector<HTMLTemplateElement>('template[data-input]')?.content.textContent;
  const giveUp = () => {
    chart.removeAttribute('data-alive');
    chart.setAttribute('data-still', '');
  };
  try {
    if (!plot || !input) throw new Error('no chart');
    const { liveChart } = await import('./live-chart.svelte.js');
    await liveChart(chart.dataset.kind ?? '', plot, readInput(input, readWords(document)), state, giveUp);
    if (!chart.hasAttribute('data-still')) chart.setAttribute('data-alive', '');
  } catch {
    giveUp();
  }
}

/** @param search the address's query */
export function startLoneChart(page: Document, search: string): void {
  const figure = page.querySelector<HTMLElement>('.lone-stage');
  if (!figure) return;
  const asked = stateNamed(readData(page, 'states', areStates), new URLSearchParams(search).get('state'));
  if (asked) turnTo(figure, asked);
  const chart = figure.querySelector<HTMLElement>('.chart[data-current]');
  if (!chart) return;
  void bringToLife(chart, stateOf(figure)).then(() => figure.setAttribute('data-drawn', ''));
}
