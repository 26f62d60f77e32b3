/**
 * Counts in panels of their own: a head with subject, number and what one mark stands for, and below it exactly so many marks.
 * Filled for what is reported, outlined for targets, hatched for what is striven for; an open count runs on in an arrow.
 */
import { keyMarks, keyOf, missingItems, penOf, type Pen } from '../scene/grammar.js';
import { drawnThrough } from '../scene/options.js';
import { emphasis } from '../scene/rows.js';
import type { PictogramMark, Mark, Scene } from '../scene/scene.js';
import { numberRuns, fontSizes, type FontSizes } from '../scene/text.js';
import type { ChartInput, ChartSize, ChartState } from '../scene/types.js';
import { arrange, panelsOf, type PlacedPanel } from './panels.js';

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = fontSizes(size);
  const key = keyMarks([...keyOf(input.figures, input.words), ...missingItems(input, size)], {
    width: size.width,
    fontSize: sizes.small,
  });
  const reached = drawnThrough(input, state);
  const panels = arrange(panelsOf(input), key.height + 4, size, sizes);
  return [
    ...key.marks,
    ...panels.flatMap((placed) => {
      const { figure, tiling } = placed.panel;
      const drawn = state.state !== 'start' && reached(figure);
      const opacity = emphasis(state.highlight, [figure.id, ...(tiling ? [tiling.id] : [])]);
      return [
        ...frame(placed, drawn),
        ...head(placed, drawn, sizes, opacity),
        ...marks(placed, drawn, opacity),
      ];
    }),
  ];
}

/** A rule above the panel, and an outline round its field until its marks are drawn. */
function frame({ panel, x, y, width, field }: PlacedPanel, drawn: boolean): Mark[] {
  return [
    { type: 'line', key: `${panel.key}.rule`, className: 'c-panel-rule', x1: x, x2: x + width, y1: y, y2: y },
    {
      type: 'rect',
      key: `${panel.key}.frame`,
      className: 'c-frame',
      x,
      y: field.top,
      width,
      height: Math.max(0, field.height),
      opacity: drawn ? 0 : 1,
    },
  ];
}

function head(
  { panel, x, y, width, head: lines }: PlacedPanel,
  drawn: boolean,
  sizes: FontSizes,
  opacity: number,
): Mark[] {
  const dim = opacity < 1 ? 'c-dim' : '';
  return lines.flatMap((line, i): Mark[] => {
    const hung = { type: 'text', y, dx: 0, dy: line.down, fontSize: line.fontSize } as const;
    const words: Mark = {
      ...hung,
      key: `${panel.key}.head.${i}`,
      className: `c-label ${dim}`.trim(),
      x,
      anchor: 'start',
      runs: line.subject ?? [],
    };
    const value: Mark = {
      ...hung,
      key: `${panel.key}.value`,
      className: `c-value ${dim}`.trim(),
      x: line.right ? x + width : x,
      anchor: line.right ? 'end' : 'start',
      fontSize: line.value?.value ?? sizes.value,
      runs: numberRuns(panel.figure, line.value ?? sizes),
    };
    return [...(line.subject ? [words] : []), ...(line.value && drawn ? [value] : [])];
  });
}

/** Up to so many marks have a shape each; more are dashes of a line (dots) or cells of a plot (squares). */
const mostShapes = 600;

function marks(placed: PlacedPanel, drawn: boolean, opacity: number): Mark[] {
  const { panel, x, field } = placed;
  const pen = penOf(panel.figure);
  const base = {
    key: `${panel.key}.marks`,
    x,
    y: field.top,
    width: field.columns * field.pitch,
    height: field.rows * field.pitch,
    columns: field.columns,
    rows: field.rows,
    count: drawn ? panel.count : 0,
    opacity,
  };
  const many = panel.count > mostShapes;
  const dots = panel.mark === 'dot' && (many || pen === 'reported');
  const plot = panel.mark === 'cell' || (panel.mark === 'square' && many);
  const body: Mark = dots
    ? { ...base, type: 'field', className: `c-field-${pen}`, shape: pen === 'reported' ? 'dot' : 'ring' }
    : {
        ...base,
        type: 'pictogram',
        className: `c-drawn-${pen}`,
        shape: plot ? 'plot' : shapeOf(panel.mark),
        struck: pen === 'strive',
      };
  return [body, ...(drawn ? end(placed, pen, opacity) : [])];
}

const shapeOf = (mark: PlacedPanel['panel']['mark']): PictogramMark['shape'] =>
  mark === 'cell' ? 'plot' : mark;

/** How long an open end is, in pixels. */
const endLength = 20;

/** The arrow after the last mark of "or more" and "more than". */
function end({ panel, x, field }: PlacedPanel, pen: Pen, opacity: number): Mark[] {
  const { comparator } = panel.figure;
  if (comparator !== '>=' && comparator !== '>') return [];
  const look = {
    type: 'pictogram',
    key: `${panel.key}.end`,
    className: `c-drawn-end c-drawn-end-${pen}`,
    shape: comparator === '>' ? 'above' : 'open',
    count: 1,
    x,
    opacity,
  } as const;
  const { columns, rows, pitch } = field;
  if (field.endBelow) {
    return [{ ...look, y: field.top + rows * pitch + 2, width: 24, height: 12, columns: 2, rows: 1 }];
  }
  return [
    {
      ...look,
      first: panel.count,
      beside: true,
      cells: Math.min(1.6, endLength / pitch),
      y: field.top,
      width: columns * pitch,
      height: rows * pitch,
      columns,
      rows,
    },
  ];
}
