/** Which statements stand on the stage, and whether they are written yet. Their places are the style sheet's. */
import type { ChartInput, ChartState, ChartText } from '../types.js';

export interface StatementsLayout {
  /** Frames without a mark in them: what is stated is that something did not happen or is not given. */
  readonly absent: boolean;
  readonly written: boolean;
  readonly items: readonly { readonly key: number; readonly quoted: boolean; readonly text: ChartText }[];
}

export function layout(input: ChartInput, state: ChartState): StatementsLayout {
  const { quotes, texts, absent } = input.options;
  const entries: readonly (string | ChartText)[] = [...listed(quotes), ...listed(texts)];
  return {
    absent: absent === true,
    written: state.state !== 'start',
    items: entries.map((entry, key) =>
      typeof entry === 'string'
        ? { key, quoted: true, text: [{ type: 'text', text: entry }] }
        : { key, quoted: false, text: entry },
    ),
  };
}

function listed(option: ChartInput['options'][string] | undefined): readonly (string | ChartText)[] {
  return typeof option === 'object' ? option : [];
}
