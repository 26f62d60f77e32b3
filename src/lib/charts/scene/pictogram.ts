/**
 * Pictograms as paths in cell units (a cell is 1 × 1): up to some hundreds of dots, squares, houses or blocks, a plot of any number
 * of adjoining cells, and the ends that follow the last shape. Each is one path, however many shapes it draws. Knows no pens: the
 * style sheet outlines and fills by class.
 */
import { fieldCell, fieldRows, type PictogramMark } from './scene.js';

/** One shape as relative path commands from its cell's top left corner, 1 × 1: what the pen fills or outlines, and lines within it. */
interface Shape {
  readonly body: string;
  readonly detail?: string;
  /** Lines within what is striven for. */
  readonly struck?: string;
}

const strokes = 'm.3.62l.32-.32m-.2.44l.28-.28';

const shapes: Readonly<Record<Exclude<PictogramMark['shape'], 'plot' | End>, Shape>> = {
  dot: { body: 'm.5.12a.38.38 0 1 0 .01 0z', struck: strokes },
  square: { body: 'm.12.12h.76v.76h-.76z', struck: strokes },
  // The door is a hole: bodies are filled by the even-odd rule.
  house: {
    body: 'm.5.1l.42.36h-.08v.44h-.68v-.44h-.08zm-.1.8v-.26h.2v.26z',
    struck: 'm.24.7l.38-.38m-.16.28l.24-.24m-.46.5l.12-.12m.3.12l.12-.12',
  },
  block: {
    body: 'm.5.06l.38.2v.46l-.38.2l-.38-.2v-.46z',
    detail: 'm.12.26l.38.2l.38-.2m-.38.2v.46',
    struck: 'm.22.56l.18-.14m-.18.28l.24-.18',
  },
};

type End = 'open' | 'above' | 'ceiling';

/**
 * What follows the last shape: an arrow says that they run on (`open`, "or more"), one behind a hollow cap that they go beyond this
 * number (`above`), a line that they stop (`ceiling`). Relative commands from the middle of the left edge, in cells.
 */
function endPath(end: End, cells: number): string {
  const k = (part: number) => Math.round(part * cells * 1000) / 1000;
  const arrow = (shaft: number) =>
    `h${k(shaft)}m${k(-0.24)} ${k(-0.24)}l${k(0.24)} ${k(0.24)}l${k(-0.24)} ${k(0.24)}`;
  const cap = `a${k(0.18)} ${k(0.18)} 0 1 0 ${k(0.36)} 0a${k(0.18)} ${k(0.18)} 0 1 0 ${k(-0.36)} 0m${k(0.36)} 0`;
  switch (end) {
    case 'open':
      return `m${k(0.1)} 0${arrow(0.76)}`;
    case 'above':
      return `m${k(0.08)} 0${cap}${arrow(0.92)}`;
    case 'ceiling':
      return 'm0-.54v1.08';
  }
}

const isEnd = (shape: PictogramMark['shape']): shape is End =>
  shape === 'open' || shape === 'above' || shape === 'ceiling';

export interface PictogramPath {
  readonly part: 'body' | 'detail' | 'grid';
  readonly d: string;
}

export function pictogramPaths(mark: PictogramMark): readonly PictogramPath[] {
  const count = Math.max(0, Math.round(mark.count));
  const { shape, columns } = mark;
  if (shape === 'plot') return plotPaths(count, columns);
  if (isEnd(shape)) return [{ part: 'body', d: `${endOrigin(mark)}${endPath(shape, mark.cells ?? 1)}` }];
  const { body, detail = '', struck = '' } = shapes[shape];
  const inside = detail + (mark.struck ? struck : '');
  const cells = Array.from({ length: count }, (_, i) => fieldCell(i, columns));
  const each = (d: string) => cells.map(({ column, row }) => `M${column} ${row}${d}`).join('');
  return [{ part: 'body', d: each(body) }, ...(inside ? [{ part: 'detail' as const, d: each(inside) }] : [])];
}

function endOrigin({ first = 0, columns, beside }: PictogramMark): string {
  const at = Math.round(first);
  const { column, row } = fieldCell(beside ? Math.max(0, at - 1) : at, columns);
  return `M${beside ? column + 1 : column} ${row}.5`;
}

/** Cells without gaps between them: their common area, and the lines between and round them. */
function plotPaths(count: number, columns: number): readonly PictogramPath[] {
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
