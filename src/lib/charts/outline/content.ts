/** Which groups of the outline are open, and which item is lit. The style sheet says where they stand. */
import { greatest, range, sum } from 'd3';
import { stringsOf, textsOf } from '../scene/options.js';
import { flowingSize, stackedSize } from '../scene/set-large.js';
import { textWidth } from '../scene/text.js';
import type { ChartInput, ChartState, ChartText } from '../scene/types.js';

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
  /** The class of the size that its items are set in, so that they fill a stage; headings are smaller. */
  readonly size: string;
  /** The text's own word that there is more. */
  readonly more: readonly string[];
}

/** Up to so many groups are written out at once. */
const mostStanding = 3;

/** How many ems of words each set holds at its usual size on a phone. */
const usual = { tree: 600, list: 180, chips: 100 } as const;

export function content(input: ChartInput, { state }: ChartState): OutlineLayout {
  const set = input.options['layout'];
  const heads = textsOf(input, 'heads');
  const lighted = stringsOf(input, 'lit');
  const setting = set === 'list' || set === 'chips' ? set : 'tree';
  const words = heads.flatMap((_, i) => stringsOf(input, `group-${i + 1}`));
  const more = stringsOf(input, 'more');
  const turns = state !== 'drawn' && heads.length > mostStanding;
  return {
    size: turns ? turningSize(input, heads.length) : sizeOf(setting, words, more, heads.length),
    dense: sum(words, wide) > usual[setting],
    turning: turns,
    set: setting,
    more,
    groups: heads.map((head, i) => {
      const name = `group-${i + 1}`;
      const items = stringsOf(input, name);
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

/** As the style sheet sets them: items of a list or a tree below each other, chips side by side; a heading takes about two lines. */
function sizeOf(
  set: OutlineLayout['set'],
  texts: readonly string[],
  more: readonly string[],
  groups: number,
): string {
  const above = groups * 2.4;
  switch (set) {
    case 'list':
      return stackedSize({ texts, leading: 1.45, air: 0.9, beside: 0.2, above });
    case 'tree':
      return stackedSize({ texts, leading: 1.45, air: 0.5, beside: 2.2, above });
    case 'chips':
      return flowingSize({ texts: [...texts, ...more], leading: 1.5, air: 0.7, beside: 1.8, above });
  }
}

/** All headings stand, and below them the words of one group at a time: the longest one says how large they can be. */
function turningSize(input: ChartInput, groups: number): string {
  const all = range(groups).map((i) => stringsOf(input, `group-${i + 1}`));
  const longest = greatest(all, (one, other) => sum(one, wide) - sum(other, wide)) ?? [];
  return stackedSize({ texts: longest, leading: 1.5, air: 0.35, beside: 0, above: groups * 1.8 });
}

const wide = (text: string) => textWidth(text, 1);
