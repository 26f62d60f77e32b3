/**
 * The grammar at the size of a word: the sign that stands beside a number in the ledger and in the source sheet, and the larger
 * samples of the legend. Both are the very marks that charts draw, so that nothing can come to look different there. Every page uses
 * the names of kinds as classes.
 */
import type { Comparator, FigureKind } from '../../story/types.js';
import { barMarks, type BarGeometry } from './grammar.js';
import type { Mark } from './scene.js';
import { inPixels, type SvgContext } from './svg.js';
import type { ChartFigure } from './types.js';

/** What decides how a number is drawn. */
export interface Spoken {
  readonly kind: FigureKind | 'derived';
  readonly comparator: Comparator;
}

/** A figure's kind as a class; a number that is only striven for is `strive`, whatever its kind. */
export type KindClass = FigureKind | 'strive';

export const kindClass = (spoken: {
  readonly kind: FigureKind;
  readonly comparator: Comparator;
}): KindClass => (spoken.comparator === 'strive' ? 'strive' : spoken.kind);

const limitNames: Readonly<Record<Comparator, string>> = {
  '=': '',
  '>=': '-or-more',
  '>': '-above',
  '<=': '-at-most',
  strive: '-strive',
};

/** One name for everything that looks the same: `target-or-more`. */
export const signName = ({ kind, comparator }: Spoken): string => `${kind}${limitNames[comparator]}`;

/** The bar that the grammar draws for such a number. It stands for no figure. */
export function sample(spoken: Spoken, bar: Omit<BarGeometry, 'key'>): Mark[] {
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
  return barMarks(neutral, { ...bar, key: 'sample' });
}

/** Whether the sign ends in an arrow beyond its bar, and so is wider. */
export const isOpen = ({ comparator }: Spoken): boolean => comparator === '>=' || comparator === '>';

/** A sign's box in pixels; the room beyond the bar is the open arrow's. */
export const signBox = (spoken: Spoken) => ({ width: isOpen(spoken) ? 46 : 24, height: 16 });
/** Signs are written in pixels and refer to the patterns of the page's sprite. They hold no words, so they need no edition. */
export const signContext: SvgContext = { ...inPixels, prefix: 'sign--', edition: '' };
const signBar = { from: 2, to: 20, y: 2, height: 12 } as const;

/** A `scale` figure (a size in a project's name) looks like a target in charts, where a word tells them apart. A sign has no word: its corners are round. */
export const sign = (spoken: Spoken): Mark[] =>
  sample(spoken, signBar).map((mark) =>
    spoken.kind === 'scale' && mark.type === 'rect' ? { ...mark, radius: mark.height / 2 } : mark,
  );
