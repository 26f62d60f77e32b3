/** Which statements stand on the stage, and whether they are written yet. The style sheet says where. */
import { sum } from 'd3';
import { plainWords, stringsOf, textsOf } from '../scene/options.js';
import { flowingSize, stackedSize } from '../scene/set-large.js';
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
  /** The class of the size that they are set in, so that they fill a stage. */
  readonly size: string;
  readonly items: readonly { readonly key: number; readonly quoted: boolean; readonly text: ChartText }[];
}

export function content(input: ChartInput, state: ChartState): StatementsLayout {
  const items = [
    ...stringsOf(input, 'quotes').map((text) => ({ quoted: true, text: [{ type: 'text', text }] as const })),
    ...textsOf(input, 'texts').map((text) => ({ quoted: false, text })),
  ];
  const words = items.map(({ text }) => plainWords(text));
  const set = setting(words);
  return {
    size: sizeOf(set, words),
    absent: input.options['absent'] === true,
    written: state.state !== 'start',
    set,
    dense: words.length > 4 && sum(words, (text) => textWidth(text, 1)) > usual,
    items: items.map((item, key) => ({ key, ...item })),
  };
}

/** How many ems of words stand in lines at their usual size. */
const usual = 140;

/** As the style sheet sets them: cards and lines below each other, chips side by side. Quotation marks are two characters. */
function sizeOf(set: StatementsLayout['set'], words: readonly string[]): string {
  const texts = words.map((text) => `「${text}」`);
  switch (set) {
    case 'cards':
      return stackedSize({ texts, leading: 1.55, air: 1.1, beside: 2.2 });
    case 'lines':
      return stackedSize({ texts, leading: 1.45, air: 0.75, beside: 2 });
    case 'chips':
      return flowingSize({ texts: words, leading: 1.5, air: 0.7, beside: 1.8 });
  }
}

function setting(texts: readonly string[]): StatementsLayout['set'] {
  if (texts.length > 4 && texts.every((text) => textWidth(text, 1) <= 12)) return 'chips';
  const long = texts.length > 2 && texts.some((text) => textWidth(text, 1) > 40);
  return texts.length > 4 || long ? 'lines' : 'cards';
}
