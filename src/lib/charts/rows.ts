/**
 * The stack that bar kinds share: one row a subject, its label line above its bar. Everything but the text sizes is a part of
 * the frame's height, so that the stack grows with the frame and never runs into itself; a few rows stop growing at some size
 * and stand in the middle, or a single bar would be a wall.
 */
import type { ChartFigure } from './types.js';
import type { Mark, Run, TextMark } from './scene.js';
import { fit, runsWidth, textWidth, type TypeSizes } from './text.js';

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

/** Of the row's height; less where a label would else stand on the bar above it. */
const thickness = 0.4;
const thinner = 0.28;
const tightStep = (sizes: TypeSizes) => sizes.value * 2;
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
    const height = Math.min(step * (step < tightStep(sizes) ? thinner : thickness), thickest(sizes));
    return {
      key: `${figure.id}.${i}`,
      figure,
      subject,
      top,
      step,
      y: top + step * 0.95 - height,
      height,
    };
  });
}

const indent = 6;

/**
 * Subject on the left, numbers on the right, standing on the bar. What one line has no room for takes further lines above it, as
 * far as the row goes: a subject in two, or over numbers that need the whole width, or numbers one over the other.
 */
export function rowLabels(
  row: Row,
  width: number,
  sizes: TypeSizes,
  numbers: readonly (readonly Run[])[],
  klass = '',
): { subjects: TextMark[]; values: TextMark[] } {
  const foot = row.step < tightStep(sizes) ? -2.5 : sizes.value < 17 ? -5 : -7;
  const together = numbers.flatMap((runs, i) => (i > 0 ? [apartRun(sizes), ...runs] : runs));
  const free = row.y - row.top + foot;
  /** Whether a line of the subject goes over so many of numbers. */
  const roomOver = (lines: number) => free >= lines * (sizes.value + 3) + sizes.label + 1;
  const whole = runsWidth(together, sizes.value) <= width || !roomOver(numbers.length);
  const values = whole ? [together] : [...numbers].reverse();
  const taken = Math.max(0, ...values.map((runs) => runsWidth(runs, sizes.value)));
  const room = Math.max(0, width - taken - indent - 8);
  const lines = { room, roomAbove: roomOver(values.length) ? width - indent : 0 };
  const [low, high] = twoLines(row.subject, sizes.label, lines);
  // Right above the other where it ends before the numbers, else over them.
  const beside = textWidth(high ?? '', sizes.label) <= room;
  const over = beside ? sizes.label + 4 : values.length * (sizes.value + 3);
  const text = (
    key: string,
    dy: number,
    of: Pick<TextMark, 'x' | 'dx' | 'anchor' | 'size' | 'runs' | 'klass'>,
  ) => ({
    ...of,
    type: 'text' as const,
    key: `${row.key}.${key}`,
    klass: `${of.klass} ${klass}`.trim(),
    y: row.y,
    dy: foot - dy,
  });
  // Off the line from which the bars begin.
  const subject = { x: 0, dx: indent, anchor: 'start', size: sizes.label, klass: 'c-label' } as const;
  const value = { x: width, dx: 0, anchor: 'end', size: sizes.value, klass: 'c-value' } as const;
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

/** Cut between words into a lower line and one above it, as even as they can be; shortened where that doesn't help. */
function twoLines(
  text: string,
  size: number,
  { room, roomAbove }: { room: number; roomAbove: number },
): readonly [low: string, high?: string] {
  const fits = (line: string, width: number) => textWidth(line, size) <= width;
  if (fits(text, room)) return [text];
  const words = text.split(/(?<=[ -])/u);
  const [best] = words
    .map((_, i) => {
      const high = words.slice(0, i + 1).join('');
      return { high: high.trimEnd(), low: words.slice(i + 1).join('') };
    })
    .filter(({ high, low }) => fits(high, roomAbove) && fits(low, room))
    .sort((a, b) => Math.max(a.high.length, a.low.length) - Math.max(b.high.length, b.low.length));
  if (!best) return [fit(text, size, room)];
  // A line that must go over the numbers takes all the words along: two with a number between them don't read as one.
  return !fits(best.high, room) && fits(text, roomAbove) ? ['', text] : [best.low, best.high];
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

/** Between numbers in one line. */
const apartRun = (sizes: TypeSizes): Run => ({ text: '\u2002', size: sizes.small });

/** How strongly something is drawn when another thing is emphasised. */
export function emphasis(highlight: string | undefined, ids: readonly string[]): number {
  return highlight === undefined || ids.includes(highlight) ? 1 : 0.32;
}
