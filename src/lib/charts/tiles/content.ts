/** What each tile says and how its edges are drawn: the grammar of limits, as borders. Places are the style sheet's. */
import { max, sum } from 'd3';
import { penOf, statementWord, type Pen } from '../scene/grammar.js';
import { drawnThrough } from '../scene/options.js';
import { sizeClass } from '../scene/set-large.js';
import { numberParts, textWidth } from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartState } from '../scene/types.js';

export interface TilesLayout {
  readonly tiles: readonly Tile[];
  /** How they stand on a stage: one below the other, or two in a row. */
  readonly columns: 1 | 2;
  /** The class of the size that their numbers are set in, so that the widest one still fits its tile. */
  readonly size: string;
}

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

/** More than this stand two in a row. */
const mostBelow = 3;

export function content(input: ChartInput, state: ChartState): TilesLayout {
  const tiles = tilesOf(input, state);
  const columns = tiles.length > mostBelow ? 2 : 1;
  return { tiles, columns, size: sizeOf(tiles, columns) };
}

/** Units are set smaller than digits; a tile's subject and word are a line each, at most as large as the third of its number. */
const unitSize = 0.4;
const besideNumber = 1.6;

function sizeOf(tiles: readonly Tile[], columns: number): string {
  const rows = Math.ceil(tiles.length / columns);
  const widths = tiles.map(({ figure }) =>
    sum(numberParts(figure), ({ text, digits }) => textWidth(text, digits ? 1 : unitSize)),
  );
  return sizeClass(
    (size) => ((max(widths) ?? 0) + 0.5) * size <= 92 / columns - 4 && rows * (1 + besideNumber) * size <= 80,
  );
}

function tilesOf(input: ChartInput, state: ChartState): readonly Tile[] {
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
