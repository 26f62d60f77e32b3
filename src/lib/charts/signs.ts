/**
 * The grammar at the size of a word: the sign that stands beside a number in the ledger and in the source sheet, and the larger
 * samples of the legend. Both are the very marks that charts draw, so that nothing can come to look different there. The names of
 * pens are the class names of every page.
 */
import type { Comparator, FigureKind } from '../story/types.js';
import { barMarks, type BarGeometry } from './grammar.js';
import type { GlyphMark, LineMark, RectMark } from './scene.js';
import type { ChartFigure } from './types.js';

/** What decides how a number is drawn. */
export interface Spoken {
  readonly kind: FigureKind | 'derived';
  readonly comparator: Comparator;
}

/** The pen of a figure of the report. What is only striven for is drawn as such, whatever kind of statement it stands in. */
export type Pen = FigureKind | 'strive';

export const penName = (spoken: { readonly kind: FigureKind; readonly comparator: Comparator }): Pen =>
  spoken.comparator === 'strive' ? 'strive' : spoken.kind;

const limitNames: Readonly<Record<Comparator, string>> = {
  '=': '',
  '>=': '-or-more',
  '>': '-above',
  '<=': '-at-most',
  strive: '-strive',
};

/** One name for everything that looks the same: `target-or-more`. */
export const signName = ({ kind, comparator }: Spoken): string => `${kind}${limitNames[comparator]}`;

export interface Sample {
  readonly marks: readonly (RectMark | LineMark | GlyphMark)[];
  /** A size in a project's name has no shape of its own in charts, where a word says it; where no word stands, its corners are round. */
  readonly round: boolean;
}

/** A number of nobody's, drawn as the grammar draws any number. */
export function sample(spoken: Spoken, bar: Omit<BarGeometry, 'key'>): Sample {
  const neutral: ChartFigure = {
    ...spoken,
    id: 'sample',
    source: spoken.kind === 'derived' ? 'derived' : 'figure',
    value: 0,
    unit: '',
    measure: '',
    subjects: [],
    printed: '',
    short: '',
    href: '',
  };
  const marks = barMarks(neutral, { ...bar, key: 'sample' }).filter(
    (mark): mark is Sample['marks'][number] =>
      mark.type === 'rect' || mark.type === 'line' || mark.type === 'glyph',
  );
  return { marks, round: spoken.kind === 'scale' };
}

/** A sign runs on beyond its bar, and needs the room for it. */
export const isOpen = ({ comparator }: Spoken): boolean => comparator === '>=' || comparator === '>';

/** A sign's box in pixels; the room beyond the bar is the open arrow's. */
export const signBox = (spoken: Spoken) => ({ width: isOpen(spoken) ? 46 : 24, height: 16 });
const signBar = { from: 2, to: 20, y: 2, height: 12 } as const;

export const sign = (spoken: Spoken): Sample => sample(spoken, signBar);
