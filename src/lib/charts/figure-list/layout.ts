/** What stands in the list and how strongly: one entry a figure, derived ones after the report's own. */
import { penOf, type Pen } from '../grammar.js';
import type { ChartFigure, ChartInput, ChartState } from '../types.js';

export interface ListEntry {
  readonly figure: ChartFigure;
  /** A limit kept is no amount: it has a look of its own. */
  readonly pen: Pen | 'ceiling';
  /** The figure's printed text, its digits apart from unit and limit. */
  readonly parts: readonly { readonly text: string; readonly digits: boolean }[];
  /** The word for the pen or the kind. */
  readonly word: string;
  readonly drawn: boolean;
  readonly dim: boolean;
  readonly lit: boolean;
}

export function layout(input: ChartInput, state: ChartState): readonly ListEntry[] {
  const last = input.figures.findIndex((figure) => figure.id === state.through);
  return [...input.figures, ...input.derived].map((figure, i) => ({
    figure,
    pen: figure.comparator === '<=' ? 'ceiling' : penOf(figure),
    parts: figure.printed
      .split(/([0-9][0-9.,]*)/u)
      .filter((text) => text !== '')
      .map((text) => ({ text, digits: /^[0-9]/u.test(text) })),
    word: wordOf(figure, input),
    drawn: last === -1 || i <= last,
    dim: state.highlight !== undefined && state.highlight !== figure.id,
    lit: state.highlight === figure.id,
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
