/**
 * Finds the state that a chart shows at a step. The state of the last step is prerendered, for readers without script and for
 * print.
 */
import { defined } from '../invariants/defined.js';
import type { ChartState } from '../charts/scene/types.js';
import type { KindSpec, Section, StageChart } from '../story/types.js';

interface ShownState {
  readonly state: string;
  readonly through?: string | undefined;
  readonly highlight?: string | undefined;
}

/** A step's `show` without the chart's name, as the chart receives it. */
export function chartState({ state, through, highlight }: ShownState): ChartState {
  return {
    state,
    ...(through === undefined ? {} : { through }),
    ...(highlight === undefined ? {} : { highlight }),
  };
}

/**
 * The state of a chart at a step of its section, even if the step shows another chart: the state of the chart's own last step up
 * to then, or else of its first.
 *
 * @param at index of the step in the section, from 0
 * @throws if no step shows the chart, which the story's checks rule out
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
  const onSecond = ({ state }: ShownState) => apart.states.includes(state);
  const last = own.at(-1);
  const other = own.findLast((show) => last && onSecond(show) !== onSecond(last));
  return other && chartState(other);
}
