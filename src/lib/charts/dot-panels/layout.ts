/**
 * Counts in panels of their own: a head with subject, number and what one mark stands for, and below it exactly so many marks.
 * Filled for what is reported, outlined for targets, hatched for what is striven for; an open count runs on in an arrow.
 */
import { keyMarks, keyOf, penOf, type Pen } from '../grammar.js';
import { emphasis } from '../rows.js';
import type { DrawnMark, Mark, Scene } from '../scene.js';
import { numberRuns, typeSizes, type TypeSizes } from '../text.js';
import type { ChartInput, ChartSize, ChartState } from '../types.js';
import { arrange, panelsOf, type Placed } from './panels.js';

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = typeSizes(size);
  const key = keyMarks(keyOf(input.figures, input.words), { width: size.width, size: sizes.small });
  const last =
    state.through === undefined ? Infinity : input.figures.findIndex(({ id }) => id === state.through);
  const placed = arrange(panelsOf(input), key.height + 4, size, sizes);
  return [
    ...key.marks,
    ...placed.flatMap((place) => {
      const { figure, tiling } = place.panel;
      const drawn = state.state !== 'start' && input.figures.indexOf(figure) <= last;
      const opacity = emphasis(state.highlight, [figure.id, ...(tiling ? [tiling.id] : [])]);
      return [...frame(place, drawn), ...head(place, drawn, sizes, opacity), ...marks(place, drawn, opacity)];
    }),
  ];
}

/** An empty frame until there is something in it; a line above each panel tells it from the others. */
function frame({ panel, x, y, width, field }: Placed, drawn: boolean): Mark[] {
  return [
    { type: 'line', key: `${panel.key}.rule`, klass: 'c-panel-rule', x1: x, x2: x + width, y1: y, y2: y },
    {
      type: 'rect',
      key: `${panel.key}.frame`,
      klass: 'c-frame',
      x,
      y: field.top,
      width,
      height: Math.max(0, field.height),
      opacity: drawn ? 0 : 1,
    },
  ];
}

function head(
  { panel, x, y, width, head: lines }: Placed,
  drawn: boolean,
  sizes: TypeSizes,
  opacity: number,
): Mark[] {
  const dim = opacity < 1 ? 'c-dim' : '';
  return lines.flatMap((line, i): Mark[] => {
    const hung = { type: 'text', y, dx: 0, dy: line.down, size: line.size } as const;
    const words: Mark = {
      ...hung,
      key: `${panel.key}.head.${i}`,
      klass: `c-label ${dim}`.trim(),
      x,
      anchor: 'start',
      runs: line.subject ?? [],
    };
    const value: Mark = {
      ...hung,
      key: `${panel.key}.value`,
      klass: `c-value ${dim}`.trim(),
      x: line.right ? x + width : x,
      anchor: line.right ? 'end' : 'start',
      size: sizes.value,
      runs: numberRuns(panel.figure, sizes),
    };
    return [...(line.subject ? [words] : []), ...(line.value && drawn ? [value] : [])];
  });
}

/** Beyond this, marks are dashes of a line and cells of a plot instead of shapes. */
const mostShapes = 600;

function marks(place: Placed, drawn: boolean, opacity: number): Mark[] {
  const { panel, x, field } = place;
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
    ? { ...base, type: 'field', klass: `c-field-${pen}`, shape: pen === 'reported' ? 'dot' : 'ring' }
    : {
        ...base,
        type: 'drawn',
        klass: `c-drawn-${pen}`,
        shape: plot ? 'plot' : shapeOf(panel.mark),
        struck: pen === 'strive',
      };
  return [body, ...(drawn ? end(place, pen, opacity) : [])];
}

const shapeOf = (mark: Placed['panel']['mark']): DrawnMark['shape'] => (mark === 'cell' ? 'plot' : mark);

/** How long an open end is, in pixels. */
const endSize = 20;

/** Where an open count ends, more may follow. */
function end({ panel, x, field }: Placed, pen: Pen, opacity: number): Mark[] {
  const { comparator } = panel.figure;
  if (comparator !== '>=' && comparator !== '>') return [];
  const look = {
    type: 'drawn',
    key: `${panel.key}.end`,
    klass: `c-drawn-end c-drawn-end-${pen}`,
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
      cells: Math.min(1.6, endSize / pitch),
      y: field.top,
      width: columns * pitch,
      height: rows * pitch,
      columns,
      rows,
    },
  ];
}
