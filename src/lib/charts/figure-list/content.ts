/** What stands in the list and how strongly: one entry a figure, derived ones after the report's own. */
import { penOf, statementWord, type Pen } from '../scene/grammar.js';
import { drawnThrough } from '../scene/options.js';
import type { ChartFigure, ChartInput, ChartState } from '../scene/types.js';

export interface ListEntry {
  readonly figure: ChartFigure;
  /** A limit kept is no amount: it has a look of its own. */
  readonly pen: Pen | 'ceiling';
  /** The word for the pen or the kind. */
  readonly word: string;
  readonly drawn: boolean;
  readonly dim: boolean;
  readonly lit: boolean;
}

export function content(input: ChartInput, state: ChartState): readonly ListEntry[] {
  const drawn = drawnThrough(input, state);
  return [...input.figures, ...input.derived].map((figure) => ({
    figure,
    pen: figure.comparator === '<=' ? 'ceiling' : penOf(figure),
    word: statementWord(figure, input.words),
    drawn: drawn(figure),
    dim: state.highlight !== undefined && state.highlight !== figure.id,
    lit: state.highlight === figure.id,
  }));
}
