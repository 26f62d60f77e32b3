/**
 * The stack that bar kinds share: one row a subject, its label line above its bar. Everything but the text sizes is a part of
 * the frame's height, so that the stack grows with the frame and never runs into itself; a few rows stop growing at some size
 * and stand in the middle, or a single bar would be a wall.
 */
import type { ChartFigure } from './types.js';
import type { Mark, Run, TextMark } from './scene.js';
import { fit, numberRuns, runsWidth, textWidth, type TypeSizes } from './text.js';

export interface Row {
  readonly key: string;
  readonly figure: ChartFigure;
  readonly subject: string;
  readonly top: number;
  /** The bar's band. */
  readonly y: number;
  readonly height: number;
}

/** Of the row's height. */
const thickness = 0.4;
/** The thickest that a bar gets, on a phone and on a desk, and how far apart such bars stand, in bars. */
const thickest = (sizes: TypeSizes) => (sizes.label > 13 ? 64 : 40);
const apart = 3;

/** A number said of several subjects makes several rows. */
export function rowsOf(
  figures: readonly ChartFigure[],
  area: { top: number; bottom: number },
  sizes: TypeSizes,
): Row[] {
  const entries = figures.flatMap((figure) => figure.subjects.map((subject, i) => ({ figure, subject, i })));
  const count = Math.max(1, entries.length);
  const room = area.bottom - area.top;
  const step = Math.min(room / count, thickest(sizes) * apart);
  // A little above the middle, where a picture seems to be in it.
  const first = area.top + (room - step * count) * 0.38;
  return entries.map(({ figure, subject, i }, index) => {
    const top = first + index * step;
    const height = Math.min(step * thickness, thickest(sizes));
    return {
      key: `${figure.id}.${i}`,
      figure,
      subject,
      top,
      y: top + step * 0.95 - height,
      height,
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

/** What a room means, in it, where there is room. */
export function roomWord(
  word: string,
  row: Row,
  from: number,
  to: number,
  sizes: TypeSizes,
  klass = '',
): Mark[] {
  if (textWidth(word, sizes.small) >= to - from - 6 || row.height < sizes.small) return [];
  return [
    {
      type: 'text',
      key: `${row.key}.somewhere`,
      klass: `c-soft c-plain ${klass}`.trim(),
      x: (from + to) / 2,
      y: row.y + row.height / 2,
      dx: 0,
      dy: sizes.small * 0.36,
      anchor: 'middle',
      size: sizes.small,
      runs: [{ text: word }],
    },
  ];
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
