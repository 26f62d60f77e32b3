/**
 * The stack that bar kinds share: one row a subject, its label line above its bar. Everything but the text sizes is a part of
 * the frame's height, so that the stack grows with the frame and never runs into itself.
 */
import type { ChartFigure } from './types.js';
import type { Run, TextMark } from './scene.js';
import { fit, numberRuns, runsWidth, type TypeSizes } from './text.js';

export interface Row {
  readonly key: string;
  readonly figure: ChartFigure;
  readonly subject: string;
  readonly top: number;
  /** The bar's band. */
  readonly y: number;
  readonly height: number;
}

/** A number said of several subjects makes several rows. */
export function rowsOf(
  figures: readonly ChartFigure[],
  area: { top: number; bottom: number },
  thickness = 0.4,
): Row[] {
  const entries = figures.flatMap((figure) => figure.subjects.map((subject, i) => ({ figure, subject, i })));
  const step = (area.bottom - area.top) / Math.max(1, entries.length);
  return entries.map(({ figure, subject, i }, index) => {
    const top = area.top + index * step;
    return {
      key: `${figure.id}.${i}`,
      figure,
      subject,
      top,
      y: top + step * (0.95 - thickness),
      height: step * thickness,
    };
  });
}

const indent = 6;

/** Subject on the left, number on the right, both standing on the bar. */
export function rowLabels(
  row: Row,
  width: number,
  sizes: TypeSizes,
  value: readonly Run[],
  klass = '',
): { subject: TextMark; value: TextMark } {
  const valueWidth = runsWidth(value, sizes.value);
  const base = { type: 'text', y: row.y, dy: sizes.value < 17 ? -5 : -7 } as const;
  return {
    subject: {
      ...base,
      key: `${row.key}.subject`,
      klass: `c-label ${klass}`.trim(),
      x: 0,
      // Off the line from which the bars begin.
      dx: indent,
      anchor: 'start',
      size: sizes.label,
      runs: [{ text: fit(row.subject, sizes.label, width - valueWidth - indent - 8) }],
    },
    value: {
      ...base,
      key: `${row.key}.value`,
      klass: `c-value ${klass}`.trim(),
      x: width,
      dx: 0,
      anchor: 'end',
      size: sizes.value,
      runs: value,
    },
  };
}

/** Several printed numbers in one line, a little apart. */
export function valueRuns(figures: readonly ChartFigure[], sizes: TypeSizes): Run[] {
  return figures.flatMap((figure, i) => [
    ...(i > 0 ? [{ text: '\u2002', size: sizes.small }] : []),
    ...numberRuns(figure, sizes),
  ]);
}

/** How strongly something is drawn when another thing is emphasised. */
export function emphasis(highlight: string | undefined, ids: readonly string[]): number {
  return highlight === undefined || ids.includes(highlight) ? 1 : 0.32;
}
