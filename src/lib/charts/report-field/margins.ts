/** What is written about the field: names of passages on the left, counts on the right, torn edges above and below. */
import { line, range } from 'd3';
import { textsOf } from '../scene/options.js';
import { fit, numberRuns, runsWidth, textWidth, wrap, type FontSizes } from '../scene/text.js';
import type { Mark, Run } from '../scene/scene.js';
import type { ChartFigure, ChartInput, ChartSize } from '../scene/types.js';
import { bracketRoom, type ReportArea } from './passages.js';

export function passageLabels(
  area: ReportArea,
  inGroup: (section: string) => boolean,
  sizes: FontSizes,
): Mark[] {
  return area.passages.flatMap((passage): Mark[] => {
    if (passage.labelY === undefined) return [];
    // The leader is short, and lies under its label: stretched with the prerendered picture, it would else run through it.
    return [
      {
        type: 'line',
        key: `leader.${passage.section}`,
        className: 'c-rule',
        x1: area.left - 6,
        y1: passage.labelY,
        x2: area.left - 2,
        y2: passage.y + passage.height / passage.rows / 2,
        opacity: inGroup(passage.section) ? 1 : 0.3,
      },
      {
        type: 'text',
        key: `label.${passage.section}`,
        className: inGroup(passage.section) ? 'c-label' : 'c-label c-dim',
        x: area.left,
        y: passage.labelY,
        dx: -12,
        dy: sizes.small * 0.36,
        anchor: 'end',
        fontSize: sizes.small,
        runs: [{ text: passage.shown }],
        ...(area.own ? {} : { verbatim: true }),
      },
    ];
  });
}

/** A count beside the run of passages that it counts. Counts of everything, or of what isn't one run, have no bracket. */
export function brackets(
  counts: readonly ChartFigure[],
  chosen: ChartFigure | undefined,
  area: ReportArea,
  size: ChartSize,
  sizes: FontSizes,
): Mark[] {
  const x = size.width - bracketRoom + 9;
  return counts.flatMap((count): Mark[] => {
    const covered = area.passages.filter((passage) => count.sections?.includes(passage.section));
    const [first] = covered;
    const last = covered.at(-1);
    if (!first || !last || covered.length === area.passages.length) return [];
    const dim = chosen !== undefined && chosen !== count;
    const y1 = first.y;
    const y2 = last.y + last.height;
    return [
      {
        type: 'line',
        key: `bracket.${count.id}`,
        className: 'c-bracket',
        x1: x,
        x2: x,
        y1,
        y2,
        opacity: dim ? 0.3 : 1,
      },
      {
        type: 'text',
        key: `count.${count.id}`,
        className: dim ? 'c-value c-dim' : chosen ? 'c-value c-counted-number' : 'c-value',
        x: size.width,
        y: (y1 + y2) / 2,
        dx: 0,
        dy: sizes.label * 0.36,
        anchor: 'end',
        fontSize: sizes.label,
        runs: numberRuns(count, { ...sizes, value: sizes.label }),
      },
    ];
  });
}

/** The number that a state is about is the largest on the picture. */
export const captionFontSize = (sizes: FontSizes) => Math.round(sizes.value * 1.5);

/** Under the field: the count in question in words, or the count of everything. */
export function caption(
  counts: readonly ChartFigure[],
  chosen: ChartFigure | undefined,
  area: ReportArea,
  keyWidth: number,
  size: ChartSize,
  sizes: FontSizes,
): Mark[] {
  const count =
    chosen ??
    counts.find((candidate) =>
      area.passages.every((passage) => candidate.sections?.includes(passage.section)),
    );
  if (!count) return [];
  const number = numberRuns(count, { ...sizes, value: captionFontSize(sizes) });
  const room = size.width - keyWidth - runsWidth(number, captionFontSize(sizes)) - 16;
  const subject = count.subjects.join('、');
  const fits = textWidth(subject, sizes.label) <= room;
  const runs: Run[] = fits ? [{ text: `${subject} `, fontSize: sizes.label }, ...number] : number;
  const beside = size.width - runsWidth(number, captionFontSize(sizes)) - 12;
  return [
    ...(fits ? [] : twoLines(subject, beside, room, size, sizes)),
    {
      type: 'text',
      key: 'caption',
      className: 'c-value',
      x: size.width,
      y: size.height,
      dx: 0,
      dy: -4,
      anchor: 'end',
      fontSize: captionFontSize(sizes),
      runs,
    },
  ];
}

/** Words too long for the line stand in two, beside the number. */
function twoLines(subject: string, x: number, room: number, size: ChartSize, sizes: FontSizes): Mark[] {
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
    className: 'c-value',
    x,
    y: size.height,
    dx: 0,
    dy: -4 - (lines.length - 1 - i) * (sizes.small + 1),
    anchor: 'end',
    fontSize: sizes.small,
    runs: [{ text: fit(text, sizes.small, room) }],
  }));
}

const teeth = 24;
/** A zigzag in parts of its box: x from 0 to 1, y turn by turn 1 and 0. */
const zigzag =
  line<number>()
    .x((tooth) => tooth / teeth)
    .y((tooth) => (tooth + 1) % 2)
    .digits(4)(range(teeth + 1)) ?? '';

/** The text begins and stops in the middle: a torn edge, and beside it in words what is missing there. */
export function tornEdge(
  input: ChartInput,
  which: 'before' | 'after',
  area: ReportArea,
  at: number,
  size: ChartSize,
  sizes: FontSizes,
): Mark[] {
  const [text] = textsOf(input, which);
  const before = which === 'before';
  const y = before ? at - 8 : at + 8;
  const edge: Mark = {
    type: 'path',
    key: `torn.${which}`,
    className: 'c-torn',
    x: area.left,
    y: y - 2,
    width: area.width,
    height: 4,
    d: zigzag,
  };
  const [words] = text ? wrap(text, sizes.small, size.width) : [];
  if (!words) return [edge];
  const wide = runsWidth(words, sizes.small);
  const room = wide <= size.width - area.left;
  return [
    edge,
    {
      type: 'text',
      key: `torn.${which}.text`,
      className: 'c-soft',
      x: room ? area.left : size.width,
      y,
      dx: 0,
      dy: before ? -7 : sizes.small + 5,
      anchor: room ? 'start' : 'end',
      fontSize: sizes.small,
      runs: words,
    },
  ];
}
