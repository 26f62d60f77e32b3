/**
 * The same bars laid end to end into one: each keeps its key and its pen, so that readers see each bar become a part. Labels hang
 * below on leaders; a part too narrow for its label hangs it deeper, left of the others.
 */
import { cumsum, max, pairs, scaleLinear } from 'd3';
import { barMarks, penOf } from '../scene/grammar.js';
import { noteMarks } from '../scene/notes.js';
import { noteAt } from '../scene/options.js';
import { emphasis } from '../scene/rows.js';
import type { GlyphMark, Mark, Run } from '../scene/scene.js';
import {
  fit,
  largestNumber,
  leadingSizes,
  numberRuns,
  runsWidth,
  textWidth,
  type FontSizes,
} from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../scene/types.js';

interface Joined {
  readonly whole: ChartFigure;
  /** What is laid end to end, each with its bar's key. */
  readonly parts: readonly { readonly figure: ChartFigure; readonly key: string }[];
  readonly shares: readonly ChartFigure[];
  readonly state: ChartState;
}

interface Part {
  readonly figure: ChartFigure;
  readonly key: string;
  readonly share: ChartFigure | undefined;
  readonly from: number;
  readonly to: number;
  readonly subject: Run[];
  readonly value: Run[];
  readonly width: number;
}

export function joined(
  input: ChartInput,
  { whole, parts: laid, shares, state }: Joined,
  top: number,
  size: ChartSize,
  usual: FontSizes,
): Mark[] {
  const { sizes, parts, levels } = largestParts(size, usual, (at) => partsOf(laid, whole, shares, size, at));
  const highlight = state.highlight === whole.id ? undefined : state.highlight;
  const sum = sumSizes(whole, size, usual);
  const nameLine = nameAbove(whole, size, usual) ? usual.label + 4 : 0;
  const sumLine = nameLine + sum.value + 10;
  const deepest = max(levels, (level) => level.depth) ?? 0;
  const barTop = top + sumLine + 12;
  const low = size.height - barTop < (deepest + 1) * (sizes.label + sizes.value + 14) + 36;
  const block = sizes.label + sizes.value + (low ? 6 : 14);
  // The bar takes the height that the labels don't need, within limits.
  const height = Math.min(
    size.height * 0.5,
    Math.max(low ? 12 : 24, size.height - barTop - (deepest + 1) * block - 12),
  );
  const barBottom = barTop + height;
  const sumLabels = sumMarks(whole, barTop, size, sum);
  return [
    ...sumLabels,
    ...noteMarks(
      state.highlight === undefined ? noteAt(input, whole.id) : undefined,
      {
        key: 'sum.note',
        row: { top, y: barTop },
        labels: { subjects: [], values: sumLabels.filter((mark) => mark.type === 'text') },
        from: 0,
        to: size.width,
        width: size.width,
      },
      usual,
    ),
    ...parts.flatMap((part, i) => {
      const level = levels[i] ?? { depth: 0, left: part.from };
      const opacity = emphasis(highlight, [part.figure.id, ...(part.share ? [part.share.id] : [])]);
      return [
        ...barMarks(part.figure, { key: part.key, from: part.from, to: part.to, y: barTop, height, opacity }),
        ...labelMarks(part, level, barBottom, block, sizes, opacity < 1 ? 'c-dim' : ''),
      ];
    }),
    ...parts.slice(1).map((part) => plus(part, barTop + height / 2, Math.round(usual.label * 0.7))),
    // A line between filled parts: without it they would look like one.
    ...parts
      .slice(1)
      .filter((part) => penOf(part.figure) === 'reported')
      .map((part): Mark => ({
        type: 'line',
        key: `${part.key}.divider`,
        className: 'c-divider',
        x1: part.from,
        x2: part.from,
        y1: barTop + 1,
        y2: barBottom - 1,
      })),
  ];
}

/** In lower frames, in px, numbers keep their usual size. */
const lowFrame = 270;

interface Labelled {
  readonly sizes: FontSizes;
  readonly parts: readonly Part[];
  readonly levels: readonly { readonly depth: number; readonly left: number }[];
}

/** The parts with their numbers as large as they can be without any of them having to hang deeper. */
function largestParts(size: ChartSize, usual: FontSizes, partsAt: (sizes: FontSizes) => Part[]): Labelled {
  const at = (sizes: FontSizes): Labelled => {
    const parts = partsAt(sizes);
    return { sizes, parts, levels: stagger(parts, size.width) };
  };
  const depth = ({ levels }: Labelled) => max(levels, (level) => level.depth) ?? 0;
  const plain = at(usual);
  const most = size.height < lowFrame ? 0 : Math.floor(Math.min(size.height * 0.09, 72));
  for (let value = most; value > usual.value; value -= 2) {
    const large = at(leadingSizes(value, usual));
    if (depth(large) <= depth(plain) && large.parts.every((part) => part.width <= size.width)) return large;
  }
  return plain;
}

const nameOf = ({ subjects }: ChartFigure) => subjects.join('、');

/** A long name stands over its sum, so that the sum can be large. */
const nameAbove = (whole: ChartFigure, size: ChartSize, { label }: FontSizes): boolean =>
  size.height >= lowFrame && textWidth(nameOf(whole), label) > size.width / 2;

/** The sum is the picture's leading number: beside its name, as large as the line lets it be. */
function sumSizes(whole: ChartFigure, size: ChartSize, sizes: FontSizes): FontSizes {
  const name = nameAbove(whole, size, sizes) ? 0 : textWidth(`${nameOf(whole)} `, sizes.label);
  const room = size.width - name - 16;
  const height = size.height < lowFrame ? 0 : size.height * 0.15;
  const value = largestNumber(whole, sizes, { width: room, height });
  return value > sizes.value ? leadingSizes(value, sizes) : sizes;
}

function partsOf(
  laid: Joined['parts'],
  whole: ChartFigure,
  shares: readonly ChartFigure[],
  size: ChartSize,
  sizes: FontSizes,
): Part[] {
  const x = scaleLinear([0, whole.value], [0, size.width]);
  const ends = pairs([0, ...cumsum(laid, ({ figure }) => figure.value)]);
  return laid.map(({ figure, key }, i) => {
    const share = shares.find((candidate) => candidate.from?.[0] === figure.id) ?? shares[i];
    const [from, to] = ends[i] ?? [0, 0];
    const subject = [{ text: figure.subjects.join('、') }];
    const value = [
      ...numberRuns(figure, sizes),
      ...(share
        ? [{ text: '\u2002', fontSize: sizes.small }, ...numberRuns(share, { ...sizes, value: sizes.label })]
        : []),
    ];
    const width = Math.max(runsWidth(subject, sizes.label), runsWidth(value, sizes.value));
    return { figure, key, share, from: x(from), to: x(to), subject, value, width };
  });
}

/** Hangs labels from right to left, each on the first level (`depth`, from 0) that has room for it: so no leader crosses a label. `left` in px. */
function stagger(parts: readonly Part[], width: number): { depth: number; left: number }[] {
  const ends: number[] = [];
  /** From the left, the first leader that passes a level on its way down. */
  const passing: number[] = [];
  const segments = [...parts].reverse().map((part) => {
    const left = Math.max(0, Math.min(part.from + 6, width - part.width));
    const right = left + part.width;
    const free = ends.findIndex((end, level) => right + 8 <= end && right + 2 <= (passing[level] ?? width));
    const depth = free === -1 ? ends.length : free;
    ends[depth] = left;
    for (let level = 0; level < depth; level += 1) passing[level] = part.from;
    return { depth, left };
  });
  return segments.reverse();
}

function labelMarks(
  part: Part,
  level: { depth: number; left: number },
  bottom: number,
  block: number,
  sizes: FontSizes,
  dim: string,
): Mark[] {
  const down = level.depth * block + 10;
  const atPart = level.left >= part.from;
  const text = (
    key: string,
    dy: number,
    textSize: number,
    runs: readonly Run[],
    className: string,
  ): Mark => ({
    type: 'text',
    key,
    className: `${className} ${dim}`.trim(),
    // Hung on the part's own edge where it fits there, so that both move together when the frame is wider.
    x: atPart ? part.from : level.left,
    y: bottom,
    dx: atPart ? level.left - part.from : 0,
    dy,
    anchor: 'start',
    fontSize: textSize,
    runs,
  });
  const reach = down + sizes.label + sizes.value + 4;
  return [
    {
      type: 'glyph',
      key: `${part.key}.leader`,
      className: 'c-rule',
      x: part.from,
      y: bottom,
      d: `M1 2V${reach}`,
      reach: [0, 0, 1, reach],
    },
    text(`${part.key}.subject`, down + sizes.label, sizes.label, part.subject, 'c-label'),
    text(`${part.key}.value`, down + sizes.label + sizes.value + 4, sizes.value, part.value, 'c-value'),
  ];
}

/** Where two parts meet: they are added up. `r` in px. */
const plus = (part: Part, y: number, r: number): GlyphMark => ({
  type: 'glyph',
  key: `${part.key}.plus`,
  className: 'c-plus',
  x: part.from,
  y,
  d: `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0ZM${-r / 2} 0H${r / 2}M0 ${-r / 2}V${r / 2}`,
  reach: [-r, -r, r, r],
});

/** A bracket over the whole, with the sum in the middle. */
function sumMarks(whole: ChartFigure, barTop: number, size: ChartSize, sizes: FontSizes): Mark[] {
  const number = numberRuns(whole, sizes);
  const above = nameAbove(whole, size, sizes);
  const room = above ? size.width : size.width - runsWidth(number, sizes.value) - 8;
  const name = fit(nameOf(whole), sizes.label, room);
  const hung = { type: 'text', x: size.width, y: barTop, dx: 0, anchor: 'end' } as const;
  const soft = { fontSize: sizes.label, className: 'c-soft' };
  return [
    {
      type: 'line',
      key: 'sum.bracket',
      className: 'c-mean',
      x1: 0,
      x2: size.width,
      y1: barTop - 7,
      y2: barTop - 7,
    },
    {
      ...hung,
      key: 'sum.label',
      className: 'c-value',
      dy: -14,
      fontSize: sizes.value,
      runs: above ? number : [{ text: `${name} `, ...soft }, ...number],
    },
    ...(above
      ? [
          {
            ...hung,
            key: 'sum.name',
            ...soft,
            dy: -14 - sizes.value - 4,
            runs: [{ text: name }],
          },
        ]
      : []),
  ];
}
