/** What each tile says and how its edges are drawn: the grammar of limits, as borders. Places are the style sheet's. */
import { penOf, type Pen } from '../grammar.js';
import type { ChartFigure, ChartInput, ChartState } from '../types.js';

export interface Tile {
  readonly figure: ChartFigure;
  readonly pen: Pen;
  /** What the right edge (or the upper one) says of the limit. */
  readonly end: 'closed' | 'open' | 'above' | 'ceiling';
  /** The figure's printed text, its digits apart from unit and limit. */
  readonly parts: readonly { readonly text: string; readonly digits: boolean }[];
  /** The word for the pen or the kind. */
  readonly word: string;
  readonly drawn: boolean;
  readonly dim: boolean;
}

const ends: Readonly<Record<ChartFigure['comparator'], Tile['end']>> = {
  '=': 'closed',
  strive: 'closed',
  '>=': 'open',
  '>': 'above',
  '<=': 'ceiling',
};

export function layout(input: ChartInput, state: ChartState): readonly Tile[] {
  const last =
    state.through === undefined ? Infinity : input.figures.findIndex((figure) => figure.id === state.through);
  return [...input.figures, ...input.derived].map((figure, i) => ({
    figure,
    pen: penOf(figure),
    end: ends[figure.comparator],
    parts: figure.printed
      .split(/([0-9][0-9.,]*)/u)
      .filter((text) => text !== '')
      .map((text) => ({ text, digits: /^[0-9]/u.test(text) })),
    word: wordOf(figure, input),
    drawn: state.state !== 'start' && i <= last,
    dim: state.highlight !== undefined && state.highlight !== figure.id,
  }));
}

function wordOf({ source, kind, comparator }: ChartFigure, { words }: ChartInput): string {
  if (source === 'derived') return words.derived;
  if (comparator === '<=') return words.ceiling;
  if (comparator === 'strive') return words.strive;
  if (kind === 'threshold') return words.threshold;
  if (kind === 'scale') return words.scale;
  return kind === 'target' ? words.target : words.reported;
}
