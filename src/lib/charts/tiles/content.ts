/** What each tile says and how its edges are drawn: the grammar of limits, as borders. Places are the style sheet's. */
import { sum } from 'd3';
import { penOf, statementWord, type Pen } from '../scene/grammar.js';
import { drawnThrough } from '../scene/options.js';
import { linesOf, sizeClass } from '../scene/set-large.js';
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

/** The sizes of what stands beside the digits, in theirs: as in the style sheet. */
const unitSize = 0.4;
const subjectSize = 0.36;
/** The word for the kind, and the air above and below. */
const rest = 0.85;
/** A unit so much longer than its digits has a line of its own below them. */
const apart = 1.8;

function sizeOf(tiles: readonly Tile[], columns: number): string {
  const rows = Math.ceil(tiles.length / columns);
  // In hundredths of the stage's width, within the tile's air.
  const room = 92 / columns - 4;
  const all = tiles.map(({ figure }) => ({ ...widthOf(figure), subject: figure.subjects.join('、') }));
  return sizeClass((size) =>
    all.every(({ width, under, subject }) => {
      const lines = linesOf(subject, subjectSize * size, room);
      const high = 1.1 + lines * subjectSize * 1.3 + rest + (under ? unitSize * 1.2 : 0);
      return (width + 0.5) * size <= room && rows * high * size <= 78;
    }),
  );
}

/** In font sizes of the digits. */
function widthOf(figure: ChartFigure): { width: number; under: boolean } {
  const parts = numberParts(figure);
  const digits = sum(parts, (part) => (part.digits ? textWidth(part.text, 1) : 0));
  const unit = sum(parts, (part) => (part.digits ? 0 : textWidth(part.text, unitSize)));
  const under = digits + unit > Math.max(digits, 1.2) * apart;
  return { width: under ? Math.max(digits, unit * 0.6) : digits + unit, under };
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
