/**
 * Which state of a chart a step asks for; the last one is what stands in the page for readers without script, and on paper.
 */
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
 * The state of a chart at a step of its section, also while another chart is shown: that of its own last step so far, else of its
 * first.
 *
 * @param at the step's place in the section, from 0
 * @throws if no step shows the chart; the story's checks make sure that one does
 */
export function showAt(section: Section, chart: string, at: number): ChartState {
  const own = section.steps.flatMap(({ show }, i) => (show.chart === chart ? [{ show, i }] : []));
  const { show } = own.findLast(({ i }) => i <= at) ?? own[0] ?? {};
  if (!show) throw new Error(`${section.id}: no step shows the chart ${chart}`);
  return chartState(show);
}
