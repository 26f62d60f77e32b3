/** Which state of a chart is its last one: what stands in the page for readers without script, and on paper. */
import type { ChartState } from '../charts/types.js';
import type { Section, Show } from '../story/types.js';

/** A step's `show` without the chart's name: what the chart itself is given. */
export function chartState(show: Omit<Show, 'chart'>): ChartState {
  return {
    state: show.state,
    ...(show.through === undefined ? {} : { through: show.through }),
    ...(show.highlight === undefined ? {} : { highlight: show.highlight }),
  };
}

/**
 * The state that the last step showing this chart gives it.
 *
 * @throws if no step shows it; the story's checks make sure that one does
 */
export function finalShow(section: Section, chart: string): ChartState {
  const show = section.steps.findLast((step) => step.show.chart === chart)?.show;
  if (!show) throw new Error(`${section.id}: no step shows the chart ${chart}`);
  return chartState(show);
}
