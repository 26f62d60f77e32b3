/** Which state of a section's graphic an address asks for by `?state=`. Knows names only. */
import type { ChartState } from '../charts/scene/types.js';

/** What a step of the section shows. */
export interface NamedState extends ChartState {
  readonly step: string;
  readonly chart: string;
}

/**
 * A step's id names the state that the step shows; a state's or a chart's own name, the last that bears it. Undefined for any
 * other name.
 */
export function stateNamed(states: readonly NamedState[], name: string | null): NamedState | undefined {
  return (
    states.find(({ step }) => step === name) ??
    states.findLast(({ state }) => state === name) ??
    states.findLast(({ chart }) => chart === name)
  );
}
