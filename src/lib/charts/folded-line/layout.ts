/**
 * One length as a band folded into rows of equal length, marked off in lengths of the scale bar: count them. The folds between
 * rows are dotted and no part of the length. Not a route, not a map.
 */
import { keyMarks, keyOf, penOf } from '../grammar.js';
import type { GlyphMark, Mark, Scene } from '../scene.js';
import { fit, linkTo, numberRuns, runsWidth, typeSizes, type TypeSizes } from '../text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../types.js';

/** In pixels: how long a length may be, and how close and how far apart rows may stand. */
const longest = 160;
const closest = 26;
const farthest = 84;
const arrowRoom = 28;

interface Fold {
  readonly top: number;
  readonly pitch: number;
  readonly band: number;
  readonly left: number;
  readonly width: number;
  /** Lengths of the scale bar in all, and in one row. */
  readonly lengths: number;
  readonly perRow: number;
  readonly rows: number;
}

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const [figure] = input.figures;
  const [tiling] = input.derived;
  if (!figure || !tiling) return [];
  const sizes = typeSizes(size);
  const drawn = state.state !== 'start';
  const key = keyMarks(keyOf([figure], input.words), { width: size.width, size: sizes.small });
  const top = key.height + sizes.value + 16;
  const foot = sizes.small + 22;
  const open = figure.comparator === '>=' || figure.comparator === '>';
  const inset = open ? arrowRoom : 1;
  const fold = folded(tiling.value, {
    top,
    left: inset,
    width: size.width - inset * 2,
    height: size.height - top - foot,
  });
  return [
    ...key.marks,
    ...head(figure, key.height, drawn, size, sizes),
    ...rows(figure, fold, drawn),
    ...(drawn && open ? [openEnd(figure, fold)] : []),
    ...scaleBar(input, tiling, fold, size, sizes),
  ];
}

/** Counts of lengths to a row that are easily multiplied. */
const countable = [2, 5, 10, 20, 25, 50];

/** The fewest lengths to a row for which the rows find room and a length is not longer than a glance. */
function folded(lengths: number, area: { top: number; left: number; width: number; height: number }): Fold {
  const perRow =
    countable.find(
      (count) => area.width / count <= longest && Math.ceil(lengths / count) * closest <= area.height,
    ) ?? 50;
  const rows = Math.ceil(lengths / perRow);
  const pitch = Math.min(area.height / rows, farthest);
  const top = area.top + (area.height - rows * pitch) / 3;
  return { ...area, top, lengths, perRow, rows, pitch, band: Math.min(11, pitch * 0.4) };
}

function head(figure: ChartFigure, top: number, drawn: boolean, size: ChartSize, sizes: TypeSizes): Mark[] {
  const value = numberRuns(figure, sizes);
  const line = { type: 'text', y: 0, dx: 0, dy: top + sizes.value + 2 } as const;
  const room = size.width - runsWidth(value, sizes.value) - 10;
  return [
    {
      ...line,
      key: 'subject',
      klass: 'c-label',
      x: 0,
      anchor: 'start',
      size: sizes.label,
      runs: [{ text: fit(figure.subjects.join('、'), sizes.label, room) }],
    },
    ...(drawn
      ? [
          {
            ...line,
            key: 'value',
            klass: 'c-value',
            x: size.width,
            anchor: 'end',
            size: sizes.value,
            runs: value,
          } as const,
        ]
      : []),
  ];
}

/** Every other row runs back. */
const backward = (row: number) => row % 2 === 1;

function rows(figure: ChartFigure, fold: Fold, drawn: boolean): Mark[] {
  const pen = penOf(figure);
  const { left, width, perRow, band, pitch, top } = fold;
  const unit = width / perRow;
  return Array.from({ length: fold.rows }, (_, row): Mark[] => {
    const lengths = Math.min(perRow, fold.lengths - row * perRow);
    const long = drawn ? lengths * unit : 0;
    const y = top + row * pitch + (pitch - band) / 2;
    const from = backward(row) ? left + width : left;
    const at = (reach: number) => (backward(row) ? from - reach : from + reach);
    const ticks = Array.from({ length: Math.ceil(lengths) - 1 }, (_unused, i): Mark => {
      const x = at((i + 1) * unit);
      return {
        type: 'line',
        key: `tick.${row}.${i}`,
        klass: `c-tick-${pen}`,
        x1: x,
        x2: x,
        y1: y,
        y2: y + band,
        opacity: drawn ? 1 : 0,
      };
    });
    const turn = left + (backward(row) ? 0 : width);
    return [
      ...(row + 1 < fold.rows
        ? [
            {
              type: 'line',
              key: `fold.${row}`,
              klass: 'c-fold',
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
        klass: 'c-rule',
        x1: left,
        x2: left + width,
        y1: y + band / 2,
        y2: y + band / 2,
        opacity: drawn ? 0 : 0.6,
      },
      {
        type: 'rect',
        key: `row.${row}`,
        klass: `c-pen c-pen-${pen}`,
        x: Math.min(from, at(long)),
        y,
        width: long,
        height: band,
        ...(pen === 'strive' ? { pattern: 'stretch' as const } : {}),
      },
      ...ticks,
    ];
  }).flat();
}

/** The line goes on, in the direction of its last row. */
function openEnd(figure: ChartFigure, fold: Fold): GlyphMark {
  const row = fold.rows - 1;
  const reach = ((fold.lengths - row * fold.perRow) / fold.perRow) * fold.width;
  const back = backward(row);
  const cap = figure.comparator === '>' ? 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0' : '';
  return {
    type: 'glyph',
    key: 'end',
    klass: `c-stroke c-stroke-${penOf(figure)}`,
    x: back ? fold.left + fold.width - reach : fold.left + reach,
    y: fold.top + (row + 0.5) * fold.pitch,
    d: cap + (back ? 'M-4 0H-23M-16 -6L-23 0L-16 6' : 'M4 0H23M16 -6L23 0L16 6'),
    reach: back ? [-24, -7, 5, 7] : [-5, -7, 24, 7],
  };
}

function scaleBar(
  input: ChartInput,
  tiling: ChartFigure,
  fold: Fold,
  size: ChartSize,
  sizes: TypeSizes,
): Mark[] {
  const end = fold.left + fold.width / fold.perRow;
  const y = size.height - 2;
  const stroke = (key: string, x1: number, x2: number): Mark => ({
    type: 'line',
    key,
    klass: 'c-axis',
    x1,
    x2,
    y1: y,
    y2: y,
  });
  const tick = (key: string, x: number): Mark => ({
    type: 'glyph',
    key,
    klass: 'c-scale-end',
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
      klass: 'c-soft',
      x: end,
      y,
      dx: 8,
      dy: -1,
      anchor: 'start',
      size: sizes.small,
      runs: [
        { text: `${input.words.oneLength} = ` },
        { text: tiling.per, klass: 'c-derived', link: linkTo(tiling) },
      ],
    },
  ];
}
