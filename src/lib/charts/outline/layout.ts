/** Which groups of the outline are open, and which item is lit. Places are the style sheet's. */
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
  /** The text's own word that there is more. */
  readonly more: readonly string[];
}

const mostStanding = 3;

export function layout(input: ChartInput, { state }: ChartState): OutlineLayout {
  const { heads, lit, more, layout: set } = input.options;
  const lighted = quotes(lit);
  return {
    turning: state !== 'drawn' && texts(heads).length > mostStanding,
    set: set === 'list' || set === 'chips' ? set : 'tree',
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
