/**
 * Where the panels stand: in as many columns as let the smallest mark be largest, each with as much height as its count asks for.
 * Heads are text and keep their size; only the fields give way. Knows counts and room, no pens and no states.
 */
import { countableGrid } from '../field.js';
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
  const boost = boosts.find((by) => tallest(rows, width, by) <= room) ?? 1;
  const heights = share(
    Math.max(0, room),
    rows.map((row) => ({
      weight: Math.max(...row.map(({ panel }) => weight(panel))),
      most: Math.max(...row.map(({ panel }) => needed(panel, width, boost))),
    })),
  );
  const spare = (room - heights.reduce((sum, height) => sum + height, 0)) / rows.length;
  let y = top;
  return rows.flatMap((row, r) => {
    const [head = 0, height = 0] = [heads[r], heights[r]];
    const placed = row.map(({ panel, head: own }, c) => ({
      panel,
      x: c * (width + gutter),
      y,
      width,
      head: own.lines,
      // One panel alone stands in the middle of what it leaves free.
      field: {
        top: y + head + (panels.length === 1 ? Math.max(0, spare) / 3 : 0),
        height,
        ...grid(panel, { width, height: Math.max(6, height) }, boost),
      },
    }));
    y += head + height + between + Math.max(0, spare);
    return placed;
  });
}

/** Where a few marks leave the frame empty, they may all be so much larger. */
const boosts = [2.2, 1.8, 1.5, 1.25];

const tallest = (rows: readonly (readonly { panel: Panel }[])[], width: number, boost: number) =>
  rows.reduce((sum, row) => sum + Math.max(...row.map(({ panel }) => needed(panel, width, boost))), 0);

/** So many stand in one row. */
const handful = 5;

/** Less than in proportion, or a handful would be starved by thousands. */
const weight = ({ count, mark }: Panel) => (count * largest[mark] ** 2) ** 0.4;

/** The height that marks of full size would fill. */
function needed(panel: Panel, width: number, boost: number): number {
  const pitch = largest[panel.mark] * boost;
  const { count } = panel;
  if (count <= handful) return Math.min(pitch, width / count);
  return Math.ceil(count / Math.max(1, Math.floor(width / pitch))) * pitch;
}

/** Room by weight, nobody more than they can use; what they leave goes to the others. */
function share(room: number, wishes: readonly { weight: number; most: number }[]): number[] {
  const given = wishes.map(() => 0);
  let open = wishes.map((wish, i) => ({ ...wish, i }));
  let left = room;
  while (open.length > 0) {
    const weights = open.reduce((sum, { weight }) => sum + weight, 0);
    const sated = open.filter(({ weight, most }) => (left * weight) / weights >= most);
    for (const { i, weight, most } of sated.length > 0 ? sated : open) {
      given[i] = sated.length > 0 ? most : (left * weight) / weights;
    }
    if (sated.length === 0) break;
    left -= sated.reduce((sum, { most }) => sum + most, 0);
    open = open.filter((wish) => !sated.includes(wish));
  }
  return given;
}

/** Room that an open end takes beside the last mark, in pixels. */
const endRoom = 26;
/** Between marks closer than this an arrow would run into them. */
const legible = 11;

function grid(panel: Panel, area: { width: number; height: number }, boost: number) {
  const most = largest[panel.mark] * boost;
  const { comparator } = panel.figure;
  const open = comparator === '>=' || comparator === '>';
  const beside = gridOf(panel.count, { ...area, width: area.width - (open ? endRoom : 0) }, most);
  if (!open || beside.pitch >= legible) return { ...beside, endBelow: false };
  return {
    ...gridOf(panel.count, { ...area, height: Math.max(6, area.height - legible * 1.4) }, most),
    endBelow: true,
  };
}

/** A handful in one row; more in rows of fives or tens, rather wide than high where the marks are much of a size. */
function gridOf(count: number, area: { width: number; height: number }, most: number) {
  if (count <= handful)
    return { columns: count, rows: 1, pitch: Math.min(most, area.width / count, area.height) };
  const best = countableGrid(count, area, most);
  for (let columns = count; columns > best.columns; columns -= 1) {
    if (columns % (count > 50 ? 10 : 5) !== 0) continue;
    const rows = Math.ceil(count / columns);
    const pitch = Math.min(most, area.width / columns, area.height / rows);
    if (pitch >= best.pitch * 0.9) return { columns, rows, pitch };
  }
  return best;
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
  const unitLine = (down: number): HeadLine[] =>
    unit.length > 0 ? [{ down, size: sizes.small, subject: unit }] : [];
  const unitHeight = unit.length > 0 ? sizes.small + 5 : 0;
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
  const kept =
    wrapped.length > 2 ? [wrapped[0] ?? '', fit(wrapped.slice(1).join(''), sizes.label, width)] : wrapped;
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
