/** Which statements stand on the stage, and whether they are written yet. Their places are the style sheet's. */
import { plainTexts, textWidth } from '../text.js';
import type { ChartInput, ChartOption, ChartState, ChartText } from '../types.js';

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

export function layout(input: ChartInput, state: ChartState): StatementsLayout {
  const { quotes, texts, absent } = input.options;
  const entries = [...listed(quotes), ...listed(texts)];
  const words = plainTexts(entries);
  return {
    absent: absent === true,
    written: state.state !== 'start',
    set: setting(words),
    dense: words.length > 4 && words.reduce((ems, text) => ems + textWidth(text, 1), 0) > usual,
    items: entries.map((entry, key) =>
      typeof entry === 'string'
        ? { key, quoted: true, text: [{ type: 'text', text: entry }] }
        : { key, quoted: false, text: entry },
    ),
  };
}

/** How many ems of words stand in lines at their usual size. */
const usual = 140;

function setting(texts: readonly string[]): StatementsLayout['set'] {
  if (texts.length > 4 && texts.every((text) => textWidth(text, 1) <= 12)) return 'chips';
  const long = texts.length > 2 && texts.some((text) => textWidth(text, 1) > 40);
  return texts.length > 4 || long ? 'lines' : 'cards';
}

function listed(option: ChartOption | undefined): readonly (string | ChartText)[] {
  return typeof option === 'object' ? option : [];
}
