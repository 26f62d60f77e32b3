/**
 * Thousands of equal marks as one dashed path: each row is a line whose dashes are the marks. A round cap on a dash of no
 * length is a dot. Exact in number, sharp at any scale, and as cheap for ten thousand as for ten.
 */
import { fieldRows, type FieldMark } from './scene.js';

/** In cell units: one cell is 1 × 1. */
export function fieldPath(field: Pick<FieldMark, 'columns' | 'count' | 'shape'>): string {
  const { full, rest } = fieldRows(field.count, field.columns);
  const row = (index: number, marks: number) =>
    // A dot's last dash has no length: the line goes a hair beyond it, so that no rounding loses it.
    field.shape === 'cell' ? `M0 ${index}.5h${marks}` : `M.5 ${index}.5h${marks - 1 + 0.01}`;
  const rows = Array.from({ length: full }, (_, index) => row(index, field.columns));
  if (rest > 0) rows.push(row(full, rest));
  return rows.join('');
}

/** A ring's line in pixels. */
const ringLine = 1.75;

interface FieldPen {
  readonly klass: string;
  readonly width: number;
  readonly dashes: string;
}

/** A ring is a dot with a smaller dot of paper on it, its line as thin as a large one's may be and a small one's must. */
export function fieldPen({ shape, width, columns }: FieldMark): readonly FieldPen[] {
  switch (shape) {
    case 'cell':
      return [{ klass: 'c-cells', width: 0.7, dashes: '0.76 0.24' }];
    case 'dot':
      return [{ klass: 'c-dots', width: 0.74, dashes: '0 1' }];
    case 'ring':
      return [
        { klass: 'c-dots', width: 0.78, dashes: '0 1' },
        {
          klass: 'c-dots c-ring-hole',
          width: Math.max(0.42, 0.78 - (ringLine * 2 * columns) / width),
          dashes: '0 1',
        },
      ];
  }
}
