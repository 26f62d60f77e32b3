/** Which groups of the outline are open, and which item is lit. Places are the style sheet's. */
import { textWidth } from '../text.js';
import type { ChartInput, ChartState, ChartText } from '../types.js';

export interface OutlineItem {
  readonly text: string;
  readonly look: 'plain' | 'lit' | 'dim';
}

export interface OutlineGroup {
  readonly head: ChartText;
  readonly items: readonly OutlineItem[];
  /** `closed` groups keep their heading and their items' place. */
  readonly look: 'open' | 'closed';
}

export interface OutlineLayout {
  readonly set: 'tree' | 'list' | 'chips';
  readonly groups: readonly OutlineGroup[];
  /** Too many groups to stand in full on every stage: one at a time is written out. */
  readonly turning: boolean;
  /** More words than the set holds at its usual size: translations can be three times as long as their original. */
  readonly dense: boolean;
  /** The text's own word that there is more. */
  readonly more: readonly string[];
}

const mostStanding = 3;

/** How many ems of words each set holds at its usual size on a phone. */
const usual = { tree: 600, list: 180, chips: 100 } as const;

export function layout(input: ChartInput, { state }: ChartState): OutlineLayout {
  const { heads, lit, more, layout: set } = input.options;
  const lighted = quotes(lit);
  const setting = set === 'list' || set === 'chips' ? set : 'tree';
  const words = texts(heads).flatMap((_, i) => quotes(input.options[`group-${i + 1}`]));
  return {
    dense: words.reduce((ems, text) => ems + textWidth(text, 1), 0) > usual[setting],
    turning: state !== 'drawn' && texts(heads).length > mostStanding,
    set: setting,
    more: quotes(more),
    groups: texts(heads).map((head, i) => {
      const name = `group-${i + 1}`;
      const items = quotes(input.options[name]);
      const lights = state === 'lit' && items.some((text) => lighted.includes(text));
      const open = state === 'drawn' || state === name || lights;
      return {
        head,
        look: open ? 'open' : 'closed',
        items: items.map((text) => ({
          text,
          look: lights ? (lighted.includes(text) ? 'lit' : 'dim') : 'plain',
        })),
      };
    }),
  };
}

function texts(option: ChartInput['options'][string] | undefined): readonly ChartText[] {
  return typeof option === 'object'
    ? option.filter((entry): entry is ChartText => typeof entry !== 'string')
    : [];
}

function quotes(option: ChartInput['options'][string] | undefined): readonly string[] {
  return typeof option === 'object'
    ? option.filter((entry): entry is string => typeof entry === 'string')
    : [];
}
