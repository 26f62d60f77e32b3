/**
 * Which state of a chart a step asks for; the last one is what stands in the page for readers without script, and on paper.
 */
import { defined } from '../invariants/defined.js';
import type { ChartState } from '../charts/scene/types.js';
import type { KindSpec, Section, StageChart } from '../story/types.js';

interface Said {
  readonly state: string;
  readonly through?: string | undefined;
  readonly highlight?: string | undefined;
}

/** A step's `show` without the chart's name: what the chart itself is given. */
export function chartState({ state, through, highlight }: Said): ChartState {
  return {
    state,
    ...(through === undefined ? {} : { through }),
    ...(highlight === undefined ? {} : { highlight }),
  };
}

/**
 * The state of a chart at a step of its section, also while another chart is shown: that of its own last step so far, else of its
 * first.
 *
 * @param at the step's index in the section, from 0
 * @throws if no step shows the chart; the story's checks make sure that one does
 */
export function showAt(section: Section, chart: string, at: number): ChartState {
  const own = section.steps.flatMap(({ show }, i) => (show.chart === chart ? [{ show, i }] : []));
  const step = own.findLast(({ i }) => i <= at) ?? own[0];
  return chartState(defined(step, `step of ${section.id} that shows the chart ${chart}`).show);
}

/**
 * The last state of a chart on its other scale, where it has two: readers without script, and paper, have both.
 *
 * @param apart the kind's second scale
 */
export function otherScaleAt(
  section: Section,
  chart: StageChart,
  apart: KindSpec['apart'],
): ChartState | undefined {
  if (!apart || chart.options[apart.option] === undefined) return undefined;
  const own = section.steps.flatMap(({ show }) => (show.chart === chart.name ? [show] : []));
  const onSecond = ({ state }: Said) => apart.states.includes(state);
  const last = own.at(-1);
  const other = own.findLast((show) => last && onSecond(show) !== onSecond(last));
  return other && chartState(other);
}
