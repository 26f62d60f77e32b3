/**
 * A count as a field of dots, exactly as many as it says, filling the frame. Says nothing about what the count means or how it
 * compares: one figure, one field.
 */
import { countableGrid } from '../field.js';
import { keyItem, keyMarks, penOf, type KeyItem } from '../grammar.js';
import type { Mark, Scene } from '../scene.js';
import { fit, linkTo, numberRuns, runsWidth, typeSizes } from '../text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../types.js';

const largestDot = 34;

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const [figure] = input.figures;
  if (!figure) return [];
  const [tiling] = input.derived;
  const sizes = typeSizes(size);
  const drawn = state.state !== 'start';
  const value = numberRuns(figure, sizes);
  const top = sizes.value + 14;
  const foot = sizes.small + 14;
  const area = { width: size.width, height: size.height - top - foot };
  const count = Math.round(tiling?.value ?? figure.value);
  const grid = countableGrid(count, area, largestDot);
  const pen = penOf(figure);

  return [
    {
      type: 'text',
      key: 'subject',
      klass: 'c-label',
      x: 0,
      y: 0,
      dx: 0,
      dy: sizes.value,
      anchor: 'start',
      size: sizes.label,
      runs: [
        {
          text: fit(figure.subjects.join('、'), sizes.label, size.width - runsWidth(value, sizes.value) - 8),
        },
      ],
    },
    ...(drawn
      ? [
          {
            type: 'text',
            key: 'value',
            klass: 'c-value',
            x: size.width,
            y: 0,
            dx: 0,
            dy: sizes.value,
            anchor: 'end',
            size: sizes.value,
            runs: value,
          } satisfies Mark,
        ]
      : []),
    {
      type: 'rect',
      key: 'frame',
      klass: 'c-frame',
      x: 0,
      y: top - 4,
      width: size.width,
      height: area.height + 8,
      opacity: drawn ? 0 : 1,
    },
    {
      type: 'field',
      key: 'dots',
      klass: `c-field-${pen}`,
      x: 0,
      y: top,
      width: size.width,
      height: area.height,
      columns: grid.columns,
      rows: Math.max(grid.rows, Math.floor(area.height / grid.pitch)),
      count: drawn ? count : 0,
      shape: pen === 'reported' ? 'dot' : 'ring',
    },
    ...footMarks(input, figure, tiling, size),
  ];
}

function footMarks(
  input: ChartInput,
  figure: ChartFigure,
  tiling: ChartFigure | undefined,
  size: ChartSize,
): Mark[] {
  const sizes = typeSizes(size);
  const pen = penOf(figure);
  // A dot for one thing is worth one in the figure's own unit; its link is the figure's.
  const amount = tiling ? tiling.per : `1${figure.unit}`;
  const dot: KeyItem = {
    ...keyItem(pen === 'reported' ? 'reported' : 'target', `${input.words.oneMark} = `),
    id: 'dot',
    d: 'M2 -4a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
    runs: [{ text: amount ?? '', klass: tiling ? 'c-derived' : 'c-number', link: linkTo(tiling ?? figure) }],
  };
  return keyMarks([...(amount ? [dot] : []), keyItem(pen, input.words[pen])], {
    width: size.width,
    size: sizes.small,
    bottom: size.height,
  }).marks;
}
