/**
 * Marks with a shape of their own, so many to a grid, as paths in cell units: up to some hundreds of dots, squares, houses or
 * blocks, a plot of any number of adjoining cells, and the open ends that follow the last mark. Each is one path however many
 * marks it draws. Knows no pens: outline and fill are the classes'.
 */
import { fieldCell, fieldRows, type DrawnMark } from './scene.js';

/** One mark in its cell, from the cell's corner on: what the pen fills or outlines, and lines within it. */
interface Shape {
  readonly body: string;
  readonly detail?: string;
  /** Lines within what is striven for. */
  readonly struck?: string;
}

const strokes = 'm.3.62l.32-.32m-.2.44l.28-.28';

const shapes: Readonly<Record<Exclude<DrawnMark['shape'], 'plot'>, Shape>> = {
  dot: { body: 'm.5.12a.38.38 0 1 0 .01 0z', struck: strokes },
  square: { body: 'm.12.12h.76v.76h-.76z', struck: strokes },
  // The door is a hole: bodies are filled by the even-odd rule.
  house: {
    body: 'm.5.1l.42.36h-.08v.44h-.68v-.44h-.08zm-.1.8v-.26h.2v.26z',
    struck: 'm.26.74l.3-.3m.08.34l.16-.16',
  },
  block: {
    body: 'm.5.06l.38.2v.46l-.38.2l-.38-.2v-.46z',
    detail: 'm.12.26l.38.2l.38-.2m-.38.2v.46',
    struck: 'm.22.56l.18-.14m-.18.28l.24-.18',
  },
  // Or more: the marks run on. Above: not that number itself, but beyond it.
  open: { body: 'm.1.5h.76m-.24-.24l.24.24l-.24.24' },
  above: { body: 'm.08.5a.18.18 0 1 0 .36 0a.18.18 0 1 0-.36 0m.36 0h.92m-.24-.24l.24.24l-.24.24' },
  ceiling: { body: 'm0-.04v1.08' },
};

export interface DrawnPath {
  readonly part: 'body' | 'detail' | 'grid';
  readonly d: string;
}

export function drawnPaths(mark: DrawnMark): readonly DrawnPath[] {
  const count = Math.max(0, Math.round(mark.count));
  if (mark.shape === 'plot') return plotPaths(count, mark.columns);
  const { body, detail = '', struck = '' } = shapes[mark.shape];
  const inside = detail + (mark.struck ? struck : '');
  const cells = Array.from({ length: count }, (_, i) =>
    fieldCell(Math.round(mark.first ?? 0) + i, mark.columns),
  );
  const each = (d: string) => cells.map(({ column, row }) => `M${column} ${row}${d}`).join('');
  return [{ part: 'body', d: each(body) }, ...(inside ? [{ part: 'detail' as const, d: each(inside) }] : [])];
}

/** Adjoining cells: their common area, and the lines between them and round them. */
function plotPaths(count: number, columns: number): readonly DrawnPath[] {
  const { full, rest } = fieldRows(count, columns);
  if (count <= 0) return [];
  const lines: string[] = [];
  for (let row = 0; row <= full + (rest > 0 ? 1 : 0); row += 1) {
    lines.push(`M0 ${row}h${row < full || (row === full && full > 0) ? columns : rest}`);
  }
  const widest = full > 0 ? columns : rest;
  for (let column = 0; column <= widest; column += 1) {
    lines.push(`M${column} 0v${full + (rest > 0 && column <= rest ? 1 : 0)}`);
  }
  const foot = rest > 0 ? `M0 ${full}h${rest}v1h-${rest}z` : '';
  const area = full > 0 ? `M0 0h${columns}v${full}h-${columns}z` : '';
  return [
    { part: 'body', d: area + foot },
    { part: 'grid', d: lines.join('') },
  ];
}
