/** What stands on each side of the tally and how strongly. The style sheet says where. */
import { sum } from 'd3';
import { penOf, type Pen } from '../scene/grammar.js';
import { stringsOf, textsOf } from '../scene/options.js';
import { stackedSize } from '../scene/set-large.js';
import { textWidth } from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartState, ChartText } from '../scene/types.js';

export interface Side {
  readonly head: ChartText;
  readonly count: ChartFigure | undefined;
  /** Whether the count is told yet. */
  readonly told: boolean;
}

export interface TallyLayout {
  /** More words than a phone holds at their usual size: translations can be three times as long as their original. */
  readonly dense: boolean;
  /** The class of the size that the blocks are set in on wide stages, so that all of them together are as high as it. */
  readonly size: string;
  readonly ticks: Side & {
    readonly items: readonly { readonly figure: ChartFigure; readonly pen: Pen | 'ceiling' }[];
  };
  readonly blocks: Side & { readonly items: readonly Block[] };
}

export interface Block {
  readonly text: string;
  /** In focus, written but not in focus, or still an empty frame. */
  readonly look: 'open' | 'passed' | 'empty';
}

/** How many ems of words stand beside the ticks at their usual size. */
const usual = 250;

export function content(input: ChartInput, { state }: ChartState): TallyLayout {
  const [left, right] = textsOf(input, 'heads');
  const [ticks, blocks] = input.derived;
  const quotes = stringsOf(input, 'quotes');
  const both = state === 'both';
  const at = /^block-(\d+)$/u.exec(state);
  const focus = at ? Number(at[1]) - 1 : -1;
  return {
    size: stackedSize({ texts: quotes, leading: 1.4, air: 1.1, beside: 2, width: 54, above: 2.5 }),
    dense: sum(quotes, (text) => textWidth(text, 1)) > usual,
    ticks: {
      head: left ?? [],
      count: ticks,
      told: true,
      items: input.figures.map((figure) => ({
        figure,
        pen: figure.comparator === '<=' ? 'ceiling' : penOf(figure),
      })),
    },
    blocks: {
      head: right ?? [],
      count: blocks,
      told: both,
      items: quotes.map((text, i) => ({
        text,
        look: both || i === focus ? 'open' : i < focus ? 'passed' : 'empty',
      })),
    },
  };
}
