/**
 * Where the panels stand: in as many columns as let the smallest mark be largest, each with as much height as its count asks for.
 * Marks that mean the same are of one size.
 * Heads are text and keep their size; only the fields give way. Knows counts and room, no pens and no states.
 */
import { defined, present } from '../../invariants/defined.js';
import { greatest, group, max, min, range, sum } from 'd3';
import { columnsOf } from '../scene/rows.js';
import type { Run } from '../scene/scene.js';
import {
  largestNumber,
  leadingSizes,
  linkTo,
  numberRuns,
  runsWidth,
  textWidth,
  wrapAndCut,
  type FontSizes,
} from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize } from '../scene/types.js';
import { largest, markOf, wordOf, type MarkWord } from './marks.js';

export interface Panel {
  readonly key: string;
  readonly figure: ChartFigure;
  readonly tiling: ChartFigure | undefined;
  readonly subject: string;
  readonly mark: MarkWord;
  readonly count: number;
  /** What one mark stands for, linked. */
  readonly unit: readonly Run[];
  /** Panels with the same one have marks that mean the same, so of one size. */
  readonly unitKey: string;
}

/** A line of a panel's head: what stands left in it and what stands right. */
export interface HeadLine {
  /** From the panel's top to the baseline, in px. */
  readonly down: number;
  readonly fontSize: number;
  readonly subject?: readonly Run[];
  /** The number, and the sizes that it is set in. */
  readonly value?: FontSizes;
  readonly right?: boolean;
}

export interface PlacedPanel {
  readonly panel: Panel;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly head: readonly HeadLine[];
  readonly field: {
    readonly top: number;
    readonly height: number;
    readonly columns: number;
    readonly rows: number;
    readonly pitch: number;
    /** The end of an open count stands below the field, where its cells are too small for it. */
    readonly endBelow: boolean;
  };
}

/** A number said of several subjects makes several panels. */
export function panelsOf(input: ChartInput): Panel[] {
  return input.figures.flatMap((figure) => {
    const tiling = input.derived.find((derived) => derived.from?.[0] === figure.id);
    const mark = markOf(input, figure);
    const count = Math.round(tiling?.value ?? figure.value);
    const unit = unitRuns(input, figure, tiling, mark);
    return figure.subjects.map((subject, i) => ({
      key: `${figure.id}.${i}`,
      figure,
      tiling,
      subject,
      mark,
      count,
      unit,
      unitKey: `${mark} ${unit.map((run) => run.text).join('')}`,
    }));
  });
}

/** `每点 = 1口`: what one mark stands for. A tiling (a derived figure) says how much; without one it is one unit of the figure. */
function unitRuns(
  input: ChartInput,
  figure: ChartFigure,
  tiling: ChartFigure | undefined,
  mark: MarkWord,
): Run[] {
  const amount = tiling ? tiling.per : figure.short.replace(/[0-9][0-9.,]*/u, '1');
  if (amount === undefined) return [];
  return [
    { text: `${wordOf(mark, input.words)} = ` },
    { text: amount, className: tiling ? 'c-derived' : 'c-number', link: linkTo(tiling ?? figure) },
  ];
}

/** In lower frames, in px, no number is set very large: the marks need the height. */
const lowFrame = 270;

/** The most of the height that heads with large numbers may take. */
const mostHeads = 0.48;

const gutter = 20;
const narrowest = 128;

export function arrange(
  panels: readonly Panel[],
  top: number,
  size: ChartSize,
  sizes: FontSizes,
): readonly PlacedPanel[] {
  const ways = range(1, Math.min(4, panels.length) + 1)
    .filter((columns) => columns === 1 || columnsOf(columns, size.width, gutter).bandwidth() >= narrowest)
    .map((columns) => inColumns(panels, columns, top, size, sizes));
  const smallest = (way: readonly PlacedPanel[]) =>
    min(way, ({ field, panel }) => Math.min(1, field.pitch / largest[panel.mark])) ?? 0;
  // A second column must earn its place: side by side invites comparing.
  return ways.reduce((best, way) => (smallest(way) > smallest(best) * 1.15 ? way : best), ways[0] ?? []);
}

function inColumns(
  panels: readonly Panel[],
  columns: number,
  top: number,
  size: ChartSize,
  sizes: FontSizes,
): PlacedPanel[] {
  const x = columnsOf(columns, size.width, gutter);
  const width = x.bandwidth();
  // The fewer panels stand below each other, the larger their numbers, but never so large that the marks have less than they.
  const below = Math.ceil(panels.length / columns);
  const most = size.height < lowFrame ? 0 : size.height * (below === 1 ? 0.2 : 0.26 / below);
  const rowsAt = (height: number) =>
    range(0, panels.length, columns).map((first) =>
      panels
        .slice(first, first + columns)
        .map((panel) => ({ panel, head: headOf(panel, { width, height }, sizes) })),
    );
  const headsOf = (of: ReturnType<typeof rowsAt>) =>
    of.map((row) => max(row, ({ head }) => head.height) ?? 0);
  const rows =
    [most, most * 0.75, most * 0.5]
      .map(rowsAt)
      .find((way) => sum(headsOf(way)) <= (size.height - top) * mostHeads) ?? rowsAt(0);
  const heads = headsOf(rows);
  const between = Math.min(16, size.height * 0.03);
  const room = size.height - top - sum(heads) - between * (rows.length - 1) - 2;
  const pitches = pitchesOf(rows, width, Math.max(6, room));
  const fields = rows.map((row) =>
    row.map(({ panel }) => gridAt(panel, width, present(pitches, panel.unitKey))),
  );
  const heights = fields.map((row) => max(row, (field) => field.height) ?? 0);
  const spare = Math.max(0, room - sum(heights));
  // What is free lies between the panels; one alone stands in the middle of it.
  const lead = rows.length === 1 ? spare / 3 : 0;
  const apart = rows.length === 1 ? 0 : spare / (rows.length - 1);
  let y = top;
  return rows.flatMap((row, r) => {
    const [head = 0, height = 0] = [heads[r], heights[r]];
    const panels = row.map(({ panel, head: own }, c) => ({
      panel,
      x: defined(x(c), 'column'),
      y,
      width,
      head: own.lines,
      field: { top: y + head + lead, ...(fields[r]?.[c] ?? gridAt(panel, width, 1)), height },
    }));
    y += head + height + between + apart;
    return panels;
  });
}

/**
 * The pitch (side of a mark's cell, in px) for each thing that marks stand for: the largest at which all rows of panels fit `room`.
 * The tallest panels for their counts give way first, so that thousands of dots don't leave a handful no room.
 */
function pitchesOf(
  rows: readonly (readonly { panel: Panel }[])[],
  width: number,
  room: number,
): ReadonlyMap<string, number> {
  const panels = rows.flat().map(({ panel }) => panel);
  const groups = group(panels, ({ unitKey }) => unitKey);
  const most = (alike: readonly Panel[]) => min(alike, (panel) => fitting(panel, width, room)) ?? 1;
  const pitches = new Map([...groups].map(([key, alike]) => [key, most(alike)]));
  const heightOf = (panel: Panel) => gridAt(panel, width, present(pitches, panel.unitKey)).height;
  const height = () => sum(rows, (row) => max(row, ({ panel }) => heightOf(panel)));
  // Each turn takes 3 % off one pitch; 600 turns are more than any story needs.
  for (let turn = 0; turn < 600 && height() > room; turn += 1) {
    const tallest = greatest(panels, (panel) => heightOf(panel) / weight(panel));
    const { unitKey } = defined(tallest, 'panel');
    pitches.set(unitKey, present(pitches, unitKey) * 0.97);
  }
  for (const [key, alike] of groups) pitches.set(key, filling(alike, width, present(pitches, key)));
  return pitches;
}

/** Up to so many marks stand in one row, as long as the width allows. */
const handful = 5;

/** A pitch up to 30 % smaller, where five (or ten) more columns then fill a width that would stay empty, or five stand in a row at all. */
function filling(alike: readonly Panel[], width: number, pitch: number): number {
  const most = greatest(alike, ({ count }) => count);
  if (!most) return pitch;
  const { columns, rows, endBelow } = gridAt(most, width, pitch);
  const step = most.count > 50 ? 10 : 5;
  const wider = columns < step ? step : columns + step;
  const inner = width - (isOpen(most) && !endBelow ? endRoom : 0);
  const smaller = (inner / wider) * 0.999;
  const worth = rows > 2 && (columns < step || columns * pitch < inner * 0.86) && smaller >= pitch * 0.7;
  return worth ? smaller : pitch;
}

const isOpen = ({ figure: { comparator } }: Panel) => comparator === '>=' || comparator === '>';

/** How much height a panel may claim: more for larger counts, but less than in proportion. */
const weight = ({ count, mark }: Panel) => (count * largest[mark] ** 2) ** 0.35;

/** A few marks may be so many times their usual size, the more the larger the frame is. */
const boost = (height: number) => Math.max(2.4, height / 130);

/** The largest pitch at which the panel would fit if it stood alone, in px. */
function fitting(panel: Panel, width: number, height: number): number {
  let pitch = Math.min(largest[panel.mark] * boost(height), width / Math.min(panel.count, handful));
  while (pitch > 0.5 && gridAt(panel, width, pitch).height > height) pitch *= 0.98;
  return pitch;
}

/** Room that an open end takes beside the last mark, in pixels. */
const endRoom = 26;
/** The smallest pitch, in px, at which an open end fits beside the last mark; below it stands under the field. */
const legible = 11;

/** The panel's grid at a pitch: a handful in one row; more in rows of a multiple of five or ten, so that they can be counted. */
function gridAt(panel: Panel, width: number, pitch: number) {
  const { count } = panel;
  const open = isOpen(panel);
  const endBelow = open && pitch < legible;
  const across = Math.max(1, Math.floor((width - (open && !endBelow ? endRoom : 0)) / pitch + 1e-6));
  const step = count > 50 ? 10 : 5;
  const even = count <= handful || across < step ? across : Math.floor(across / step) * step;
  const columns = Math.min(even, count <= handful ? count : Math.ceil(count / step) * step);
  const rows = Math.ceil(count / columns);
  return { columns, rows, pitch, height: rows * pitch + (endBelow ? legible * 1.4 : 0), endBelow };
}

/** In one line where it fits, else the unit below, else subject, number and unit each below the other. */
function headOf(panel: Panel, room: ChartSize, sizes: FontSizes): { lines: HeadLine[]; height: number } {
  const { width } = room;
  const subject: Run[] = [{ text: panel.subject }];
  const unit = panel.unit.map((run) => ({
    ...run,
    fontSize: sizes.small,
    className: `c-soft ${run.className ?? ''}`.trim(),
  }));
  const name = runsWidth(subject, sizes.label);
  const value = runsWidth(numberRuns(panel.figure, sizes), sizes.value);
  const apart = { text: '\u2002', fontSize: sizes.small };
  const first = sizes.value + 2;
  const air = 8;
  const large = largestNumber(panel.figure, sizes, room);
  if (large >= sizes.value * 1.3) return largeHead(panel, width, unit, sizes, leadingSizes(large, sizes));
  if (name + 12 + runsWidth(unit, sizes.small) + value + 16 <= width) {
    const lines = [
      {
        down: first,
        fontSize: sizes.label,
        subject: [...subject, apart, ...unit],
        value: sizes,
        right: true,
      },
    ];
    return { lines, height: first + air };
  }
  // In a low frame “each dot = 1” gives its line to the dots; what stands for many is said always.
  const low = sizes.label === sizes.small;
  const said = unit.length > 0 && (!low || panel.tiling !== undefined);
  const unitLine = (down: number): HeadLine[] =>
    said ? [{ down, fontSize: sizes.small, subject: unit }] : [];
  const unitHeight = said ? sizes.small + 5 : 0;
  if (name + value + 10 <= width) {
    const lines = [
      { down: first, fontSize: sizes.label, subject, value: sizes, right: true },
      ...unitLine(first + sizes.small + 5),
    ];
    return { lines, height: first + unitHeight + air };
  }
  const kept = wrapAndCut(panel.subject, sizes.label, width, low ? 2 : 3);
  const names = kept.map((text, i) => ({
    down: (i + 1) * (sizes.label + 3),
    fontSize: sizes.label,
    subject: [{ text }],
  }));
  const below = kept.length * (sizes.label + 3) + sizes.value + 3;
  return {
    lines: [
      ...names,
      { down: below, fontSize: sizes.value, value: sizes },
      ...unitLine(below + sizes.small + 5),
    ],
    height: below + unitHeight + air,
  };
}

/** The number very large, below its subject; what a mark stands for beside the subject, or below the number. */
function largeHead(
  panel: Panel,
  width: number,
  unit: readonly Run[],
  sizes: FontSizes,
  value: FontSizes,
): { lines: HeadLine[]; height: number } {
  const name = textWidth(panel.subject, sizes.label);
  const beside = name + 12 + runsWidth(unit, sizes.small) + 16 <= width;
  const kept = beside ? [panel.subject] : wrapAndCut(panel.subject, sizes.label, width, 2);
  const step = sizes.label + 5;
  const apart = { text: '\u2002', fontSize: sizes.small };
  const names = kept.map((text, i) => ({
    down: (i + 1) * step,
    fontSize: sizes.label,
    subject: beside ? [{ text }, apart, ...unit] : [{ text }],
  }));
  const down = kept.length * step + Math.round(value.value * 0.95);
  const under = down + sizes.small + Math.round(value.value * 0.2);
  const said = !beside && unit.length > 0;
  return {
    lines: [
      ...names,
      { down, fontSize: value.value, value },
      ...(said ? [{ down: under, fontSize: sizes.small, subject: unit }] : []),
    ],
    height: (said ? under : down) + Math.round(value.value * 0.2) + 6,
  };
}
