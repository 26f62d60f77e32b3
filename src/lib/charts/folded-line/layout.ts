/**
 * One length as a band folded into rows of equal length, marked off in lengths of the scale bar: count them. The folds between
 * rows are dotted and no part of the length. Not a route, not a map.
 */
import { defined } from '../../invariants/defined.js';
import { range, scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3';
import { keyMarks, keyOf, missingItems, penOf } from '../scene/grammar.js';
import type { GlyphMark, Mark, Scene } from '../scene/scene.js';
import {
  fit,
  fontSizes,
  largestNumber,
  leadingSizes,
  linkTo,
  numberRuns,
  runsWidth,
  type FontSizes,
} from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../scene/types.js';

/** The longest that one length may be, in px or as a share of a wide frame's width. */
const longest = (width: number) => Math.max(160, width * 0.21);
/** In px: the least distance between rows, how thick the band is at least where there is room, and the room for an open arrow. */
const closest = 26;
const thin = 11;
const arrowRoom = 28;
/** The band's thickness, as a share of the rows' distance. */
const thickness = 0.24;

interface Fold {
  /** From a row (from 0) to the top of its band. */
  readonly y: ScaleBand<number>;
  /** From a number of lengths to where a row of so many ends. Every other row runs back. */
  readonly along: (row: number) => ScaleLinear<number, number>;
  readonly left: number;
  readonly right: number;
  /** Lengths of the scale bar in all, and in one row. */
  readonly lengths: number;
  readonly perRow: number;
  readonly rows: number;
}

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const [figure] = input.figures;
  const [tiling] = input.derived;
  if (!figure || !tiling) return [];
  const sizes = fontSizes(size);
  const drawn = state.state !== 'start';
  const key = keyMarks([...keyOf([figure], input.words), ...missingItems(input, size)], {
    width: size.width,
    fontSize: sizes.small,
  });
  const number = leadingSizes(
    largestNumber(figure, sizes, {
      width: size.width * 0.72,
      height: size.height < 270 ? 0 : size.height * 0.17,
    }),
    sizes,
  );
  const heading = head(figure, key.height, drawn, size, sizes, number);
  const top = key.height + heading.height;
  const foot = sizes.small + 22;
  const open = figure.comparator === '>=' || figure.comparator === '>';
  const inset = open ? arrowRoom : 1;
  const fold = folded(tiling.value, {
    top,
    bottom: size.height - foot,
    left: inset,
    right: size.width - inset,
  });
  return [
    ...key.marks,
    ...heading.marks,
    ...rows(figure, fold, drawn),
    ...(drawn && open ? [openEnd(figure, fold)] : []),
    ...scaleBar(input, tiling, fold, size, sizes),
  ];
}

/** How many lengths may stand in a row: counts that readers multiply easily. */
const countable = [2, 5, 10, 20, 25, 50];

/** Folds the line: the fewest lengths to a row with which all rows fit the height and no length is too long. */
function folded(
  lengths: number,
  { top, bottom, left, right }: { top: number; bottom: number; left: number; right: number },
): Fold {
  const [width, height] = [right - left, bottom - top];
  const perRow =
    countable.find(
      (count) => width / count <= longest(width) && Math.ceil(lengths / count) * closest <= height,
    ) ?? 50;
  const rows = Math.ceil(lengths / perRow);
  const pitch = height / rows;
  const air = 1 - Math.max(thickness, Math.min(thin / pitch, 0.4));
  return {
    y: scaleBand(range(rows), [top, bottom])
      .paddingInner(air)
      .paddingOuter(air / 2),
    along: (row) => scaleLinear([0, perRow], row % 2 === 1 ? [right, left] : [left, right]),
    left,
    right,
    lengths,
    perRow,
    rows,
  };
}

/** The subject beside its number where that is small, above it where it is very large. */
function head(
  figure: ChartFigure,
  top: number,
  drawn: boolean,
  size: ChartSize,
  sizes: FontSizes,
  number: FontSizes,
): { marks: Mark[]; height: number } {
  const large = number.value >= sizes.value * 1.3;
  const at = large ? number : sizes;
  const value = numberRuns(figure, at);
  const subjectDown = large ? sizes.label + 4 : sizes.value + 2;
  const valueDown = large ? subjectDown + Math.round(at.value * 0.98) : subjectDown;
  const line = { type: 'text', y: 0, dx: 0 } as const;
  const room = large ? size.width : size.width - runsWidth(value, at.value) - 10;
  const marks: Mark[] = [
    {
      ...line,
      key: 'subject',
      className: 'c-label',
      x: 0,
      dy: top + subjectDown,
      anchor: 'start',
      fontSize: sizes.label,
      runs: [{ text: fit(figure.subjects.join('、'), sizes.label, room) }],
    },
    ...(drawn
      ? [
          {
            ...line,
            key: 'value',
            className: 'c-value',
            x: large ? 0 : size.width,
            dy: top + valueDown,
            anchor: large ? 'start' : 'end',
            fontSize: at.value,
            runs: value,
          } as const,
        ]
      : []),
  ];
  return { marks, height: large ? valueDown + Math.round(at.value * 0.2) + 6 : sizes.value + 16 };
}

function rows(figure: ChartFigure, fold: Fold, drawn: boolean): Mark[] {
  const pen = penOf(figure);
  const { left, right, perRow } = fold;
  const [band, pitch] = [fold.y.bandwidth(), fold.y.step()];
  return range(fold.rows).flatMap((row): Mark[] => {
    const lengths = Math.min(perRow, fold.lengths - row * perRow);
    const x = fold.along(row);
    const y = defined(fold.y(row), 'row of the fold');
    const [from, to, turn] = [x(0), x(drawn ? lengths : 0), x(perRow)];
    const ticks = range(1, Math.ceil(lengths)).map((at): Mark => ({
      type: 'line',
      key: `tick.${row}.${at - 1}`,
      className: `c-tick-${pen}`,
      x1: x(at),
      x2: x(at),
      y1: y,
      y2: y + band,
      opacity: drawn ? 1 : 0,
    }));
    return [
      ...(row + 1 < fold.rows
        ? [
            {
              type: 'line',
              key: `fold.${row}`,
              className: 'c-fold',
              x1: turn,
              x2: turn,
              y1: y + band,
              y2: y + pitch,
              opacity: drawn ? 1 : 0,
            } as const,
          ]
        : []),
      // Until it is drawn, the way that the line will take.
      {
        type: 'line',
        key: `way.${row}`,
        className: 'c-rule',
        x1: left,
        x2: right,
        y1: y + band / 2,
        y2: y + band / 2,
        opacity: drawn ? 0 : 0.6,
      },
      {
        type: 'rect',
        key: `row.${row}`,
        className: `c-pen c-pen-${pen}`,
        x: Math.min(from, to),
        y,
        width: Math.abs(to - from),
        height: band,
        ...(pen === 'strive' ? { pattern: 'stretch' as const } : {}),
      },
      ...ticks,
    ];
  });
}

/** The line goes on, in the direction of its last row. */
function openEnd(figure: ChartFigure, fold: Fold): GlyphMark {
  const row = fold.rows - 1;
  const x = fold.along(row);
  const back = x(1) < x(0);
  const cap = figure.comparator === '>' ? 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0' : '';
  return {
    type: 'glyph',
    key: 'end',
    className: `c-stroke c-stroke-${penOf(figure)}`,
    x: x(fold.lengths - row * fold.perRow),
    y: defined(fold.y(row), 'row of the fold') + fold.y.bandwidth() / 2,
    d: cap + (back ? 'M-4 0H-23M-16 -6L-23 0L-16 6' : 'M4 0H23M16 -6L23 0L16 6'),
    reach: back ? [-24, -7, 5, 7] : [-5, -7, 24, 7],
  };
}

function scaleBar(
  input: ChartInput,
  tiling: ChartFigure,
  fold: Fold,
  size: ChartSize,
  sizes: FontSizes,
): Mark[] {
  const end = fold.along(0)(1);
  const y = size.height - 2;
  const stroke = (key: string, x1: number, x2: number): Mark => ({
    type: 'line',
    key,
    className: 'c-axis',
    x1,
    x2,
    y1: y,
    y2: y,
  });
  const tick = (key: string, x: number): Mark => ({
    type: 'glyph',
    key,
    className: 'c-scale-end',
    x,
    y,
    d: 'M0 -9V1',
    reach: [-1, -9, 1, 1],
  });
  if (tiling.per === undefined) return [];
  return [
    stroke('scale.bar', fold.left, end),
    tick('scale.from', fold.left),
    tick('scale.to', end),
    {
      type: 'text',
      key: 'scale.word',
      className: 'c-soft',
      x: end,
      y,
      dx: 8,
      dy: -1,
      anchor: 'start',
      fontSize: sizes.small,
      runs: [
        { text: `${input.words.oneLength} = ` },
        { text: tiling.per, className: 'c-derived', link: linkTo(tiling) },
      ],
    },
  ];
}
