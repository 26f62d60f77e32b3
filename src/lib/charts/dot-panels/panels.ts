/**
 * Where the panels stand: in as many columns as let the smallest mark be largest, each with as much height as its count asks for.
 * Marks that mean the same are of one size. Heads are text and keep their size; only the fields give way. Knows counts and room, no pens and no states.
 */
import type { Run } from '../scene.js';
import { fit, linkTo, numberRuns, runsWidth, wrap, type TypeSizes } from '../text.js';
import type { ChartFigure, ChartInput, ChartSize } from '../types.js';
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
  /** Of the baseline, from the panel's top. */
  readonly down: number;
  readonly size: number;
  readonly subject?: readonly Run[];
  readonly value?: boolean;
  readonly right?: boolean;
}

export interface Placed {
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

/** `每点 = 1口`: with a tiling, what it says; else one of what the figure counts. */
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
    { text: amount, klass: tiling ? 'c-derived' : 'c-number', link: linkTo(tiling ?? figure) },
  ];
}

const gutter = 20;
const narrowest = 128;

export function arrange(
  panels: readonly Panel[],
  top: number,
  size: ChartSize,
  sizes: TypeSizes,
): readonly Placed[] {
  const most = Math.min(4, panels.length);
  const ways = Array.from({ length: most }, (_, i) => i + 1)
    .filter((columns) => columns === 1 || (size.width - gutter * (columns - 1)) / columns >= narrowest)
    .map((columns) => inColumns(panels, columns, top, size, sizes));
  const smallest = (way: readonly Placed[]) =>
    Math.min(...way.map(({ field, panel }) => Math.min(1, field.pitch / largest[panel.mark])));
  // A second column must earn its place: side by side invites comparing.
  return ways.reduce((best, way) => (smallest(way) > smallest(best) * 1.15 ? way : best), ways[0] ?? []);
}

function inColumns(
  panels: readonly Panel[],
  columns: number,
  top: number,
  size: ChartSize,
  sizes: TypeSizes,
): Placed[] {
  const width = (size.width - gutter * (columns - 1)) / columns;
  const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, i) =>
    panels
      .slice(i * columns, (i + 1) * columns)
      .map((panel) => ({ panel, head: headOf(panel, width, sizes) })),
  );
  const heads = rows.map((row) => Math.max(...row.map(({ head }) => head.height)));
  const between = Math.min(16, size.height * 0.03);
  const room =
    size.height - top - heads.reduce((sum, head) => sum + head, 0) - between * (rows.length - 1) - 2;
  const pitches = pitchesOf(rows, width, Math.max(6, room));
  const fields = rows.map((row) =>
    row.map(({ panel }) => gridAt(panel, width, pitches.get(panel.unitKey) ?? 1)),
  );
  const heights = fields.map((row) => Math.max(...row.map((field) => field.height)));
  const spare = Math.max(0, room - heights.reduce((sum, height) => sum + height, 0));
  // One panel alone stands in the middle of what it leaves free; several keep together at the top.
  const lead = panels.length === 1 ? spare / 3 : 0;
  const apart = Math.min(spare / rows.length, sizes.value * 1.5);
  let y = top;
  return rows.flatMap((row, r) => {
    const [head = 0, height = 0] = [heads[r], heights[r]];
    const placed = row.map(({ panel, head: own }, c) => ({
      panel,
      x: c * (width + gutter),
      y,
      width,
      head: own.lines,
      field: { top: y + head + lead, ...(fields[r]?.[c] ?? gridAt(panel, width, 1)), height },
    }));
    y += head + height + between + apart;
    return placed;
  });
}

/**
 * Marks that stand for the same have one size: the largest at which all rows fit. Different ones give way in the same measure,
 * none of them below what a thousand dots need.
 */
function pitchesOf(
  rows: readonly (readonly { panel: Panel }[])[],
  width: number,
  room: number,
): ReadonlyMap<string, number> {
  const panels = rows.flat().map(({ panel }) => panel);
  const groups = new Map(
    panels.map((panel) => [panel.unitKey, panels.filter((one) => one.unitKey === panel.unitKey)]),
  );
  const most = (group: readonly Panel[]) =>
    Math.min(
      ...group.map((panel) => largest[panel.mark] * boost),
      ...group.map((panel) => fitting(panel, width, room)),
    );
  const pitches = new Map([...groups].map(([key, group]) => [key, most(group)]));
  const height = () =>
    rows.reduce(
      (sum, row) =>
        sum +
        Math.max(...row.map(({ panel }) => gridAt(panel, width, pitches.get(panel.unitKey) ?? 1).height)),
      0,
    );
  // What is tallest for its number shrinks, again and again, until all fit: so a handful isn't starved by thousands.
  for (let turn = 0; turn < 600 && height() > room; turn += 1) {
    const tallest = [...groups].reduce(
      (worst, [key, group]) => {
        const pitch = pitches.get(key) ?? 1;
        const tall = Math.max(...group.map((panel) => gridAt(panel, width, pitch).height / weight(panel)));
        return tall > worst.tall ? { key, tall } : worst;
      },
      { key: '', tall: -1 },
    );
    pitches.set(tallest.key, (pitches.get(tallest.key) ?? 1) * 0.97);
  }
  for (const [key, group] of groups) pitches.set(key, filling(group, width, pitches.get(key) ?? 1));
  return pitches;
}

/** So many stand in one row. */
const handful = 5;

/** A little smaller where that lets one more step of columns fill a width that would be left free, or fives stand in a row. */
function filling(group: readonly Panel[], width: number, pitch: number): number {
  const most = group.reduce((a, b) => (b.count > a.count ? b : a));
  const { columns, rows, endBelow } = gridAt(most, width, pitch);
  const step = most.count > 50 ? 10 : 5;
  const wider = columns < step ? step : columns + step;
  const inner = width - (isOpen(most) && !endBelow ? endRoom : 0);
  const smaller = (inner / wider) * 0.999;
  const worth = rows > 2 && (columns < step || columns * pitch < inner * 0.86) && smaller >= pitch * 0.7;
  return worth ? smaller : pitch;
}

const isOpen = ({ figure: { comparator } }: Panel) => comparator === '>=' || comparator === '>';

/** Less than in proportion. */
const weight = ({ count, mark }: Panel) => (count * largest[mark] ** 2) ** 0.35;

/** Where a few marks leave the frame empty, they may be so much larger. */
const boost = 2.4;

/** The largest size at which a panel alone fits. */
function fitting(panel: Panel, width: number, height: number): number {
  let pitch = Math.min(largest[panel.mark] * boost, width / Math.min(panel.count, handful));
  while (pitch > 0.5 && gridAt(panel, width, pitch).height > height) pitch *= 0.98;
  return pitch;
}

/** Room that an open end takes beside the last mark, in pixels. */
const endRoom = 26;
/** Between marks closer than this an arrow would run into them. */
const legible = 11;

/** Rows of one size of marks: a handful in one row; more in rows of fives or tens, so that they can be counted. */
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
function headOf(panel: Panel, width: number, sizes: TypeSizes): { lines: HeadLine[]; height: number } {
  const subject: Run[] = [{ text: panel.subject }];
  const unit = panel.unit.map((run) => ({
    ...run,
    size: sizes.small,
    klass: `c-soft ${run.klass ?? ''}`.trim(),
  }));
  const name = runsWidth(subject, sizes.label);
  const value = runsWidth(numberRuns(panel.figure, sizes), sizes.value);
  const apart = { text: '\u2002', size: sizes.small };
  const first = sizes.value + 2;
  const air = 8;
  if (name + 12 + runsWidth(unit, sizes.small) + value + 16 <= width) {
    const lines = [
      { down: first, size: sizes.label, subject: [...subject, apart, ...unit], value: true, right: true },
    ];
    return { lines, height: first + air };
  }
  // In a low frame “each dot = 1” gives its line to the dots; what stands for many is said always.
  const low = sizes.label === sizes.small;
  const said = unit.length > 0 && (!low || panel.tiling !== undefined);
  const unitLine = (down: number): HeadLine[] => (said ? [{ down, size: sizes.small, subject: unit }] : []);
  const unitHeight = said ? sizes.small + 5 : 0;
  if (name + value + 10 <= width) {
    const lines = [
      { down: first, size: sizes.label, subject, value: true, right: true },
      ...unitLine(first + sizes.small + 5),
    ];
    return { lines, height: first + unitHeight + air };
  }
  const wrapped = wrap([{ type: 'text', text: panel.subject }], sizes.label, width).map((runs) =>
    runs.map((run) => run.text).join(''),
  );
  const most = low ? 2 : 3;
  const kept =
    wrapped.length > most
      ? [...wrapped.slice(0, most - 1), fit(wrapped.slice(most - 1).join(''), sizes.label, width)]
      : wrapped;
  const names = kept.map((text, i) => ({
    down: (i + 1) * (sizes.label + 3),
    size: sizes.label,
    subject: [{ text }],
  }));
  const below = kept.length * (sizes.label + 3) + sizes.value + 3;
  return {
    lines: [...names, { down: below, size: sizes.value, value: true }, ...unitLine(below + sizes.small + 5)],
    height: below + unitHeight + air,
  };
}
