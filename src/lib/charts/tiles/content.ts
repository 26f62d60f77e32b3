/** What each tile says and how its edges are drawn: the grammar of limits, as borders. Places are the style sheet's. */
import { penOf, statementWord, type Pen } from '../scene/grammar.js';
import { drawnThrough } from '../scene/options.js';
import type { ChartFigure, ChartInput, ChartState } from '../scene/types.js';

export interface Tile {
  readonly figure: ChartFigure;
  readonly pen: Pen;
  /** What the right edge (or the upper one) says of the limit. */
  readonly end: 'closed' | 'open' | 'above' | 'ceiling';
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

export function content(input: ChartInput, state: ChartState): readonly Tile[] {
  const drawn = drawnThrough(input, state);
  return [...input.figures, ...input.derived].map((figure) => ({
    figure,
    pen: penOf(figure),
    end: ends[figure.comparator],
    word: statementWord(figure, input.words),
    drawn: state.state !== 'start' && drawn(figure),
    dim: state.highlight !== undefined && state.highlight !== figure.id,
  }));
}
