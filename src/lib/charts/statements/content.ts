/** Which statements stand on the stage, and whether they are written yet. The style sheet says where. */
import { sum } from 'd3';
import { plainWords, stringsOf, textsOf } from '../scene/options.js';
import { textWidth } from '../scene/text.js';
import type { ChartInput, ChartState, ChartText } from '../scene/types.js';

export interface StatementsLayout {
  /** Frames without a mark in them: what is stated is that something did not happen or is not given. */
  readonly absent: boolean;
  readonly written: boolean;
  /** How closely they are set: a few as cards, many as lines, short ones side by side. */
  readonly set: 'cards' | 'lines' | 'chips';
  /** More words than usual for their number: translations can be three times as long as their original. */
  readonly dense: boolean;
  readonly items: readonly { readonly key: number; readonly quoted: boolean; readonly text: ChartText }[];
}

export function content(input: ChartInput, state: ChartState): StatementsLayout {
  const items = [
    ...stringsOf(input, 'quotes').map((text) => ({ quoted: true, text: [{ type: 'text', text }] as const })),
    ...textsOf(input, 'texts').map((text) => ({ quoted: false, text })),
  ];
  const words = items.map(({ text }) => plainWords(text));
  return {
    absent: input.options['absent'] === true,
    written: state.state !== 'start',
    set: setting(words),
    dense: words.length > 4 && sum(words, (text) => textWidth(text, 1)) > usual,
    items: items.map((item, key) => ({ key, ...item })),
  };
}

/** How many ems of words stand in lines at their usual size. */
const usual = 140;

function setting(texts: readonly string[]): StatementsLayout['set'] {
  if (texts.length > 4 && texts.every((text) => textWidth(text, 1) <= 12)) return 'chips';
  const long = texts.length > 2 && texts.some((text) => textWidth(text, 1) > 40);
  return texts.length > 4 || long ? 'lines' : 'cards';
}
