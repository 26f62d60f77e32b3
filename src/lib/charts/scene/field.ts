/**
 * Thousands of equal marks as one dashed path: each row is a line whose dashes are the marks. A round cap on a dash of no
 * length is a dot. Exact in number, sharp at any scale, and as cheap for ten thousand as for ten.
 */
import { fieldRows, type FieldMark } from './scene.js';

/** The rows as one path, in cell units (a cell is 1 × 1): each row is a line through the middles of its cells. */
export function fieldPath(field: Pick<FieldMark, 'columns' | 'count' | 'shape'>): string {
  const { full, rest } = fieldRows(field.count, field.columns);
  const row = (index: number, marks: number) =>
    // A dot's last dash has no length: the line goes a hair beyond it, so that no rounding loses it.
    field.shape === 'cell' ? `M0 ${index}.5h${marks}` : `M.5 ${index}.5h${marks - 1 + 0.01}`;
  const rows = Array.from({ length: full }, (_, index) => row(index, field.columns));
  if (rest > 0) rows.push(row(full, rest));
  return rows.join('');
}

/** How thick a ring's line is, in px. */
const ringLine = 1.75;

interface DashedStroke {
  readonly className: string;
  readonly width: number;
  readonly dashes: string;
}

/**
 * The strokes that draw the path, in cells. A ring is a dot with a smaller dot in the paper's colour on it: `ringLine` of it shows,
 * or less where cells are so small that no hole would be left.
 */
export function dashedStrokes({ shape, width, columns }: FieldMark): readonly DashedStroke[] {
  switch (shape) {
    case 'cell':
      return [{ className: 'c-cells', width: 0.7, dashes: '0.76 0.24' }];
    case 'dot':
      return [{ className: 'c-dots', width: 0.74, dashes: '0 1' }];
    case 'ring':
      return [
        { className: 'c-dots', width: 0.78, dashes: '0 1' },
        {
          className: 'c-dots c-ring-hole',
          width: Math.max(0.42, 0.78 - (ringLine * 2 * columns) / width),
          dashes: '0 1',
        },
      ];
  }
}
