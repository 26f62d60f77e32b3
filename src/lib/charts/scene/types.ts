/**
 * What passes between a stage and a chart: plain, serialisable values in one edition's words.
 * A chart knows no story, no scroll, no other chart; it draws (input, state, size) and nothing else.
 */
import type { ChartWords } from '../../format/chart-words.js';
import type { Comparator, FigureKind } from '../../story/types.js';

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

/** A short note of ours at the mark of one of the chart's numbers. */
export interface ChartNote {
  readonly at: string;
  readonly text: ChartText;
}

export type ChartOption = readonly string[] | readonly ChartText[] | readonly ChartNote[] | string | boolean;

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

/** Which of its looks a chart takes: the kind's spec names the states, figures are named by id. */
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
  /** In a living page: laid out for the measured size, moving from state to state. */
  live?: boolean;
}
