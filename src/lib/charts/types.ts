/**
 * What passes between a stage and a chart: plain, serialisable values in one edition's words.
 * A chart knows no story, no scroll, no other chart; it draws (input, state, size) and nothing else.
 */
import type { Comparator, FigureKind } from '../story/types.js';

/** A figure (or derived figure) as a chart needs it. Strings are the edition's, ready to print. */
export interface ChartFigure {
  readonly id: string;
  readonly source: 'figure' | 'derived';
  readonly value: number;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly kind: FigureKind | 'derived';
  readonly measure: string;
  /** One label a subject: a number said of three subjects is drawn three times. */
  readonly subjects: readonly string[];
  /** With unit and comparator words: `50%以上`. */
  readonly printed: string;
  /** Number and unit: `50%`. */
  readonly short: string;
  /** Where the number's sentence (or formula) is, relative to the page. */
  readonly href: string;
  readonly stretchOf?: string;
  readonly note?: string;
  /** Start of the number in the report, for kinds that draw the report itself. */
  readonly at?: number;
  /** Derived only: what it is made from, in order (as `Derived.from`). Without it, kinds pair by order. */
  readonly from?: readonly string[];
  /** Counts only: the sections whose passages it counts; needed where it counts no figure at all. */
  readonly sections?: readonly string[];
  /** Tilings only: what one mark stands for, printed (`100人次`). */
  readonly per?: string;
}

export interface ChartPassage {
  readonly section: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** Running text inside a chart, with its numbers as links. */
export type ChartText = readonly (
  /** `lang`: words of the report in a text of another language. */
  | { readonly type: 'text'; readonly text: string; readonly lang?: string }
  | {
      readonly type: 'figure';
      readonly id: string;
      readonly source: 'figure' | 'derived';
      readonly text: string;
      readonly href: string;
    }
)[];

export type ChartOption = readonly string[] | readonly ChartText[] | string | boolean;

export interface ChartInput {
  readonly section: string;
  readonly name: string;
  readonly kind: string;
  readonly edition: string;
  readonly title: ChartText;
  readonly caveat?: ChartText;
  readonly figures: readonly ChartFigure[];
  readonly derived: readonly ChartFigure[];
  /** Figure, derived and word options as strings, quotes as strings, texts as ChartText. */
  readonly options: Readonly<Record<string, ChartOption>>;
  /** For kinds that print the quote itself: our rendering of it, by quote. Only in editions of other languages. */
  readonly renderings?: Readonly<Record<string, string>>;
  /** Only for kinds that draw the report itself. */
  readonly report?: { readonly length: number; readonly passages: readonly ChartPassage[] };
  /** The interface's words that the charts print, in the edition's language. */
  readonly words: ChartWords;
}

/** Complete by type in every language file of `lib/format`. */
export interface ChartWords {
  /** `报告数` */ readonly reported: string;
  /** `目标` */ readonly target: string;
  /** `力争` */ readonly strive: string;
  /** `以上` as a mark's label */ readonly orMore: string;
  readonly above: string;
  /** `上限，实际数未给出` */ readonly ceiling: string;
  readonly threshold: string;
  readonly scale: string;
  /** `本站计算` */ readonly derived: string;
  /** `基期数值报告未给出` : goes before the linked “= 100” */ readonly baseNotGiven: string;
  /** `在此范围内，具体未给出` */ readonly somewhereHere: string;
  /** `件数` / `率`: the two mark kinds of an index chart */ readonly number: string;
  readonly rate: string;
  /** `一点 = …`: goes before a linked amount */ readonly oneMark: string;
  readonly notGiven: string;
  /** As `oneMark`, for marks that are no dots: `每格`, `每块` … */
  readonly oneSquare: string;
  readonly oneCell: string;
  readonly oneHouse: string;
  readonly oneBlock: string;
  /** `每段 = …`: one length of a folded line */ readonly oneLength: string;
  /** `差`: before a linked difference */ readonly gap: string;
  /** What percentages are shares of is not stated. */
  readonly shareOfNotStated: string;
  /** The two ends of a list of ranks, and what is not said of it. */
  readonly rankBest: string;
  readonly rankLast: string;
  readonly rankNotGiven: string;
  /** A chart as a tab stop. */
  readonly byArrowKeys: string;
}

/** A complete, named state. */
export interface ChartState {
  readonly state: string;
  readonly through?: string;
  readonly highlight?: string;
}

/** The drawing area in CSS pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** What every kind's component is given. */
export interface ChartProps {
  input: ChartInput;
  state: ChartState;
  /** In the browser: measured and moving. */
  live?: boolean;
}
