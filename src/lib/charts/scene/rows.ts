/**
 * The stack that bar kinds share: one row a subject, its label line above its bar. Everything but the text sizes is a part of
 * the frame's height, so that the stack grows with the frame and never runs into itself; a few rows stop growing at some size
 * and stand in the middle, or a single bar would be a wall.
 */
import { max, range, scaleBand } from 'd3';
import type { ChartFigure, ChartSize } from './types.js';
import type { Mark, Run, TextMark } from './scene.js';
import { fit, leadingSizes, runsWidth, textWidth, type FontSizes } from './text.js';

export interface Row {
  readonly key: string;
  readonly figure: ChartFigure;
  readonly subject: string;
  readonly top: number;
  /** From its top to the next row's. */
  readonly step: number;
  /** The bar's band. */
  readonly y: number;
  readonly height: number;
}

/** A bar's share of its row's height; the thinner one where rows are so low that a label would stand on the bar above it. */
const thickness = 0.4;
const thicknessAlone = 0.55;
const thinner = 0.28;
const tightStep = (sizes: FontSizes) => sizes.value * 2;
/** The thickest that a bar gets, on a wide screen, on a desk and on a phone, in px; and the height of a row of such bars, in bars. */
const thickest = (sizes: FontSizes) => (sizes.label > 18 ? 120 : sizes.label > 13 ? 64 : 48);
const apart = 3;

/** A number said of several subjects makes several rows. */
export function rowsOf(
  figures: readonly ChartFigure[],
  area: { top: number; bottom: number },
  sizes: FontSizes,
): Row[] {
  const entries = figures.flatMap((figure) =>
    figure.subjects.map((subject, i) => ({ key: `${figure.id}.${i}`, figure, subject })),
  );
  const room = area.bottom - area.top;
  // A single bar is the whole picture.
  const most = thickest(sizes) * (entries.length > 1 ? 1 : 3.4);
  const tall = Math.min(room, most * apart * entries.length);
  // A little above the true middle: there a picture looks centred.
  const first = area.top + (room - tall) * 0.38;
  const band = scaleBand(
    entries.map(({ key }) => key),
    [first, first + tall],
  );
  const step = band.step();
  const usual = entries.length > 1 ? thickness : thicknessAlone;
  const height = Math.min(step * (step < tightStep(sizes) ? thinner : usual), most);
  return entries.map((entry) => {
    const top = band(entry.key) ?? first;
    return { ...entry, top, step, y: top + step * 0.95 - height, height };
  });
}

/** Columns side by side, `gutter` px apart: a band scale from a column's index to its left edge. */
export const columnsOf = (count: number, width: number, gutter: number) =>
  scaleBand(range(count), [0, width]).paddingInner(count > 1 ? (gutter * count) / (width + gutter) : 0);

const indent = 6;

/** In lower frames, in px, numbers keep their usual size. */
const lowFrame = 270;
/** The largest numbers, as a share of their row's height and in px: those of the number that a step leads with, and all others. */
const numberShares = { lead: 0.42, other: 0.24 };
const largest = 120;
/** The width that a single row's numbers may take: their subject stands above them, a note beside. */
const alone = 0.62;

/** The sizes of a picture's numbers: as large as all rows let them be with each subject whole on the same line, or above a single one. */
export function numberSizes(
  rows: readonly Row[],
  size: ChartSize,
  sizes: FontSizes,
  runsOf: (row: Row, sizes: FontSizes) => readonly Run[],
  share: keyof typeof numberShares = 'other',
): FontSizes {
  const step = size.height < lowFrame ? 0 : (rows[0]?.step ?? 0);
  for (
    let value = Math.floor(
      Math.min(step * (rows.length > 1 ? numberShares[share] : numberShares.other), largest),
    );
    value > sizes.value;
    value -= 1
  ) {
    const at = leadingSizes(value, sizes);
    const fits = (row: Row) =>
      rows.length > 1
        ? textWidth(row.subject, sizes.label) + runsWidth(runsOf(row, at), value) + indent + 20 <= size.width
        : runsWidth(runsOf(row, at), value) <= size.width * alone;
    if (rows.every(fits)) return at;
  }
  return sizes;
}

/**
 * Subject on the left, numbers on the right, standing on the bar. What one line has no room for takes further lines above it, as
 * far as the row goes: a subject in two, or over numbers that need the whole width, or numbers one over the other.
 */
export function rowLabels(
  row: Row,
  width: number,
  sizes: FontSizes,
  numbers: readonly (readonly Run[])[],
  className = '',
): { subjects: TextMark[]; values: TextMark[] } {
  const foot = row.step < tightStep(sizes) ? -2.5 : sizes.value < 17 ? -5 : -7;
  const together = numbers.flatMap((runs, i) => (i > 0 ? [apartRun(sizes), ...runs] : runs));
  const free = row.y - row.top + foot;
  /** Whether a line of the subject goes over so many of numbers. */
  const roomOver = (lines: number) => free >= lines * (sizes.value + 3) + sizes.label + 1;
  const whole = runsWidth(together, sizes.value) <= width || !roomOver(numbers.length);
  const values = whole ? [together] : [...numbers].reverse();
  const taken = max(values, (runs) => runsWidth(runs, sizes.value)) ?? 0;
  const room = Math.max(0, width - taken - indent - 8);
  const lines = { room, roomAbove: roomOver(values.length) ? width - indent : 0 };
  const [low, high] = twoLines(row.subject, sizes.label, lines);
  // Right above the other where it ends before the numbers, else over them.
  const beside = textWidth(high ?? '', sizes.label) <= room;
  const over = beside ? sizes.label + 4 : values.length * (sizes.value + 3);
  const text = (
    key: string,
    dy: number,
    of: Pick<TextMark, 'x' | 'dx' | 'anchor' | 'fontSize' | 'runs' | 'className'>,
  ) => ({
    ...of,
    type: 'text' as const,
    key: `${row.key}.${key}`,
    className: `${of.className} ${className}`.trim(),
    y: row.y,
    dy: foot - dy,
  });
  // Off the line from which the bars begin.
  const subject = { x: 0, dx: indent, anchor: 'start', fontSize: sizes.label, className: 'c-label' } as const;
  const value = { x: width, dx: 0, anchor: 'end', fontSize: sizes.value, className: 'c-value' } as const;
  return {
    subjects: [
      ...(low === '' ? [] : [text('subject', 0, { ...subject, runs: [{ text: low }] })]),
      ...(high === undefined ? [] : [text('subject.1', over, { ...subject, runs: [{ text: high }] })]),
    ],
    values: values.map((runs, i) =>
      text(i > 0 ? `value.${i}` : 'value', i * (sizes.value + 3), { ...value, runs }),
    ),
  };
}

/** Breaks a text between words into a lower line and one above it, as even as possible; cuts it short where two lines don't hold it. */
function twoLines(
  text: string,
  fontSize: number,
  { room, roomAbove }: { room: number; roomAbove: number },
): readonly [low: string, high?: string] {
  const fits = (line: string, width: number) => textWidth(line, fontSize) <= width;
  if (fits(text, room)) return [text];
  const words = text.match(/[^ -]*[ -]|[^ -]+/gu) ?? [text];
  const [best] = words
    .map((_, i) => {
      const high = words.slice(0, i + 1).join('');
      return { high: high.trimEnd(), low: words.slice(i + 1).join('') };
    })
    .filter(({ high, low }) => fits(high, roomAbove) && fits(low, room))
    .sort((a, b) => Math.max(a.high.length, a.low.length) - Math.max(b.high.length, b.low.length));
  if (!best) return [fit(text, fontSize, room)];
  // A line that must go over the numbers takes all the words along: two with a number between them don't read as one.
  return !fits(best.high, room) && fits(text, roomAbove) ? ['', text] : [best.low, best.high];
}

/** Says inside a shaded room (from `from` to `to`, in px) what it means, where the words fit in. */
export function roomWord(
  word: string,
  row: Row,
  from: number,
  to: number,
  sizes: FontSizes,
  className = '',
): Mark[] {
  if (textWidth(word, sizes.small) >= to - from - 6 || row.height < sizes.small) return [];
  return [
    {
      type: 'text',
      key: `${row.key}.somewhere`,
      className: `c-soft c-plain ${className}`.trim(),
      x: (from + to) / 2,
      y: row.y + row.height / 2,
      dx: 0,
      dy: sizes.small * 0.36,
      anchor: 'middle',
      fontSize: sizes.small,
      runs: [{ text: word }],
    },
  ];
}

/** An en space between two numbers of one line. */
export const apartRun = (sizes: FontSizes): Run => ({ text: '\u2002', fontSize: sizes.small });

/** Opacity of what these ids stand for: full, unless another id is highlighted. */
export function emphasis(highlight: string | undefined, ids: readonly string[]): number {
  return highlight === undefined || ids.includes(highlight) ? 1 : 0.32;
}
