/** What is written about the field: names of passages on the left, counts on the right, torn edges above and below. */
import { fit, numberRuns, runsWidth, textWidth, wrap, type TypeSizes } from '../text.js';
import type { Mark, Run } from '../scene.js';
import type { ChartFigure, ChartInput, ChartSize, ChartText } from '../types.js';
import { bracketRoom, type Placed } from './passages.js';

export function passageLabels(
  placed: Placed,
  inGroup: (section: string) => boolean,
  sizes: TypeSizes,
): Mark[] {
  return placed.passages.flatMap((passage): Mark[] => {
    if (passage.labelY === undefined) return [];
    // The leader is short, and lies under its label: stretched with the prerendered picture, it would else run through it.
    return [
      {
        type: 'line',
        key: `leader.${passage.section}`,
        klass: 'c-rule',
        x1: placed.left - 6,
        y1: passage.labelY,
        x2: placed.left - 2,
        y2: passage.y + passage.height / passage.rows / 2,
        opacity: inGroup(passage.section) ? 1 : 0.3,
      },
      {
        type: 'text',
        key: `label.${passage.section}`,
        klass: inGroup(passage.section) ? 'c-label' : 'c-label c-dim',
        x: placed.left,
        y: passage.labelY,
        dx: -12,
        dy: sizes.small * 0.36,
        anchor: 'end',
        size: sizes.small,
        runs: [{ text: passage.shown }],
        ...(placed.own ? {} : { verbatim: true }),
      },
    ];
  });
}

/** A count beside the run of passages that it counts. Counts of everything, or of what isn't one run, have no bracket. */
export function brackets(
  counts: readonly ChartFigure[],
  chosen: ChartFigure | undefined,
  placed: Placed,
  size: ChartSize,
  sizes: TypeSizes,
): Mark[] {
  const x = size.width - bracketRoom + 9;
  return counts.flatMap((count): Mark[] => {
    const covered = placed.passages.filter((passage) => count.sections?.includes(passage.section));
    const [first] = covered;
    const last = covered.at(-1);
    if (!first || !last || covered.length === placed.passages.length) return [];
    const dim = chosen !== undefined && chosen !== count;
    const y1 = first.y;
    const y2 = last.y + last.height;
    return [
      {
        type: 'line',
        key: `bracket.${count.id}`,
        klass: 'c-bracket',
        x1: x,
        x2: x,
        y1,
        y2,
        opacity: dim ? 0.3 : 1,
      },
      {
        type: 'text',
        key: `count.${count.id}`,
        klass: dim ? 'c-value c-dim' : chosen ? 'c-value c-counted-number' : 'c-value',
        x: size.width,
        y: (y1 + y2) / 2,
        dx: 0,
        dy: sizes.label * 0.36,
        anchor: 'end',
        size: sizes.label,
        runs: numberRuns(count, { ...sizes, value: sizes.label }),
      },
    ];
  });
}

/** The number that a state is about is the largest on the picture. */
export const captionSize = (sizes: TypeSizes) => Math.round(sizes.value * 1.5);

/** Under the field: the count in question in words, or the count of everything. */
export function caption(
  counts: readonly ChartFigure[],
  chosen: ChartFigure | undefined,
  placed: Placed,
  keyWidth: number,
  size: ChartSize,
  sizes: TypeSizes,
): Mark[] {
  const count =
    chosen ??
    counts.find((candidate) =>
      placed.passages.every((passage) => candidate.sections?.includes(passage.section)),
    );
  if (!count) return [];
  const number = numberRuns(count, { ...sizes, value: captionSize(sizes) });
  const room = size.width - keyWidth - runsWidth(number, captionSize(sizes)) - 16;
  const subject = count.subjects.join('、');
  const fits = textWidth(subject, sizes.label) <= room;
  const runs: Run[] = fits ? [{ text: `${subject} `, size: sizes.label }, ...number] : number;
  const beside = size.width - runsWidth(number, captionSize(sizes)) - 12;
  return [
    ...(fits ? [] : twoLines(subject, beside, room, size, sizes)),
    {
      type: 'text',
      key: 'caption',
      klass: 'c-value',
      x: size.width,
      y: size.height,
      dx: 0,
      dy: -4,
      anchor: 'end',
      size: captionSize(sizes),
      runs,
    },
  ];
}

/** Words too long for the line stand in two, beside the number. */
function twoLines(subject: string, x: number, room: number, size: ChartSize, sizes: TypeSizes): Mark[] {
  const [first = [], ...rest] = wrap([{ type: 'text', text: subject }], sizes.small, room);
  const lines = [first, rest.flat()]
    .map((runs) =>
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .filter((text) => text !== '');
  return lines.map((text, i): Mark => ({
    type: 'text',
    key: `caption.${i}`,
    klass: 'c-value',
    x,
    y: size.height,
    dx: 0,
    dy: -4 - (lines.length - 1 - i) * (sizes.small + 1),
    anchor: 'end',
    size: sizes.small,
    runs: [{ text: fit(text, sizes.small, room) }],
  }));
}

/** The text begins and stops in the middle: a torn edge, and beside it in words what is missing there. */
export function tornEdge(
  input: ChartInput,
  which: 'before' | 'after',
  placed: Placed,
  at: number,
  size: ChartSize,
  sizes: TypeSizes,
): Mark[] {
  const texts = input.options[which];
  const [text] = Array.isArray(texts)
    ? texts.filter((entry): entry is ChartText => typeof entry !== 'string')
    : [];
  const before = which === 'before';
  const teeth = 24;
  const step = placed.width / teeth;
  const y = before ? at - 8 : at + 8;
  const zigzag = Array.from({ length: teeth }, (_, i): Mark => {
    const up = i % 2 === 0;
    return {
      type: 'line',
      key: `torn.${which}.${i}`,
      klass: 'c-torn',
      x1: placed.left + i * step,
      x2: placed.left + (i + 1) * step,
      y1: y + (up ? 2 : -2),
      y2: y + (up ? -2 : 2),
    };
  });
  const [line] = text ? wrap(text, sizes.small, size.width) : [];
  if (!line) return zigzag;
  const wide = runsWidth(line, sizes.small);
  const room = wide <= size.width - placed.left;
  return [
    ...zigzag,
    {
      type: 'text',
      key: `torn.${which}.text`,
      klass: 'c-soft',
      x: room ? placed.left : size.width,
      y,
      dx: 0,
      dy: before ? -7 : sizes.small + 5,
      anchor: room ? 'start' : 'end',
      size: sizes.small,
      runs: line,
    },
  ];
}
