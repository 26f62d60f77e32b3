/**
 * Falls against an unknown base: every bar begins at 100; what is lost stays as a ghost, hatched where the step speaks of it, what is
 * left stands solid with its index. An open fall (“or more”) has no bar left, only the room in which the rest must lie. A number is a full bar, a rate a
 * slim one. The 100s are different things, so nothing relates one bar to another. Where rows are too low for a label above
 * each bar, labels stand in columns on both sides of the bars.
 */
import { max, scaleLinear } from 'd3';
import { keyItem, keyMarks, missingItems, penOf, roomMarks } from '../scene/grammar.js';
import { leadOf, noteMarks } from '../scene/notes.js';
import { drawnThrough, noteAt, stringsOf } from '../scene/options.js';
import { numberSizes, emphasis, roomWord, rowLabels, rowsOf, type Row } from '../scene/rows.js';
import type { Mark, Run, Scene, TextMark } from '../scene/scene.js';
import { fit, linkTo, numberRuns, runsWidth, textWidth, fontSizes, type FontSizes } from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../scene/types.js';

const base = 100;
/** The empty frame that marks what is not given, as in keys. */
const blank = keyItem('missing', '').d;
/** A slim bar's height as a share of a full one's. */
const slim = 0.32;

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = fontSizes(size);
  const rates = stringsOf(input, 'rates');
  const head = header(input, rates, size, sizes);
  const stacked = rowsOf(input.figures, { top: head.height + 6, bottom: size.height }, sizes);
  const columns = columnsFor(stacked, size, sizes);
  const rows = columns ? stacked.map(lowered) : stacked;
  const x = scaleLinear([0, base], columns ? [columns.left, size.width - columns.right] : [0, size.width]);
  const reached = drawnThrough(input, state);
  const lead = leadOf(state, state.state === 'indexed' ? input.figures.filter(reached) : []);
  const leads = ({ id }: ChartFigure, index: ChartFigure | undefined) => id === lead || index?.id === lead;
  const fallSizes = (share: 'lead' | 'other') =>
    columns ? sizes : numberSizes(rows, size, sizes, ({ figure }, at) => fallRuns(figure, at), share);
  const geometry: RowGeometry = { x, columns, size, sizes, number: fallSizes('other') };
  const leading: RowGeometry = { ...geometry, number: fallSizes('lead') };
  const worded = firstRoom(input.figures);

  const marks = rows.flatMap((row) => {
    const order = input.figures.indexOf(row.figure);
    const indexed = state.state === 'indexed' && reached(row.figure);
    const index = indexOf(input, order);
    const opacity = emphasis(state.highlight, [row.figure.id, ...(index ? [index.id] : [])]);
    const rate = rates.includes(row.figure.id);
    const bar = rate ? { ...row, y: row.y + row.height * (1 - slim), height: row.height * slim } : row;
    return indexed && index
      ? indexedRow(
          input,
          { row, bar, index, opacity, rate, worded: row.key === worded, leads: leads(row.figure, index) },
          leads(row.figure, index) ? leading : geometry,
        )
      : startRow(row, bar, opacity, geometry);
  });
  return [...head.marks, ...baseline(geometry, head.height), ...marks];
}

/** Where bars lie, and beside them, in low frames, the columns of their labels. */
interface RowGeometry {
  readonly x: (value: number) => number;
  readonly columns: { readonly left: number; readonly right: number } | undefined;
  readonly size: ChartSize;
  readonly sizes: FontSizes;
  /** Of the falls' numbers. */
  readonly number: FontSizes;
}

/** The least height in px of a row that has its label above its bar. */
const lowestRow = 36;
/** The least share of the frame's width that columns of labels may leave for bars. */
const shortest = 0.25;

function columnsFor(rows: readonly Row[], size: ChartSize, sizes: FontSizes): RowGeometry['columns'] {
  const [first] = rows;
  const step = first?.step ?? lowestRow;
  if (step >= lowestRow) return undefined;
  const widest = max(rows, ({ subject }) => textWidth(subject, sizes.label)) ?? 0;
  const values = max(rows, ({ figure }) => runsWidth(fallRuns(figure, sizes), sizes.value)) ?? 0;
  const columns = { left: Math.min(widest, size.width * 0.42) + 10, right: values + 10 };
  // Labels so long would leave stubs of bars between them: thin bars under their labels say more.
  return size.width - columns.left - columns.right < size.width * shortest ? undefined : columns;
}

/** Without a label above it, a bar has the whole row. */
const lowered = (row: Row): Row => ({
  ...row,
  y: row.top + row.step * 0.12,
  height: row.step * 0.76,
});

const fallRuns = (figure: ChartFigure, sizes: FontSizes): Run[] => [
  { text: '↓', fontSize: Math.max(sizes.small, sizes.label), className: 'c-soft' },
  ...numberRuns(figure, sizes),
];

/** Above the bar, or in low rows on both sides of it. */
function labelsOf(
  row: Row,
  value: readonly Run[],
  { columns, size, sizes, number }: RowGeometry,
  dim: string,
) {
  const { subjects, values } = rowLabels(row, size.width, number, [value], dim);
  // 6 px off the line at 100, from which the bars fell.
  if (!columns) return { subjects, values: values.map((mark) => ({ ...mark, dx: -6 })) };
  const middle = { y: row.y + row.height / 2, dy: sizes.label * 0.36 };
  const runs = [{ text: fit(row.subject, sizes.label, columns.left - 8) }];
  return {
    subjects: subjects.slice(0, 1).map((mark): TextMark => ({ ...mark, ...middle, dx: 0, runs })),
    values: values.map((mark): TextMark => ({ ...mark, ...middle })),
  };
}

/** The index of the nth fall: the derived figure made from it, or else the nth. */
function indexOf(input: ChartInput, order: number): ChartFigure | undefined {
  const figure = input.figures[order];
  return input.derived.find((derived) => figure && derived.from?.includes(figure.id)) ?? input.derived[order];
}

/** Only the first of several open falls says in words what its room means. */
const firstRoom = (figures: readonly ChartFigure[]) => {
  const open = figures.find((figure) => figure.comparator === '>=');
  return open ? `${open.id}.0` : undefined;
};

function header(input: ChartInput, rates: readonly string[], size: ChartSize, sizes: FontSizes) {
  const { words } = input;
  const items =
    rates.length > 0
      ? [{ ...keyItem('reported', words.number), id: 'number' }, keyItem('rate', words.rate)]
      : [keyItem('reported', words.reported)];
  const area = { width: size.width, fontSize: sizes.small };
  const key = keyMarks([...items, keyItem('derived', words.derived), ...missingItems(input, size)], area);
  const [first] = input.derived;
  const runs = [
    { text: `${words.missing.base} ` },
    ...(first ? [{ text: `= ${base}`, className: 'c-derived', link: linkTo(first) }] : []),
  ];
  // At the end of the key's last line, or below it.
  const beside = key.last + runsWidth(runs, sizes.small) + 30 <= size.width;
  const height = beside ? key.height : key.height + sizes.small + 6;
  const hung = { x: size.width, y: 0, dy: height - 4 };
  const label: Mark[] = [
    {
      ...hung,
      type: 'glyph',
      key: 'axis.blank',
      className: 'c-blank',
      dx: -runsWidth(runs, sizes.small) - 17,
      d: blank,
      reach: [0, -9, 13, 3],
    },
    {
      ...hung,
      type: 'text',
      key: 'axis.label',
      className: 'c-soft',
      dx: -runsWidth(runs, sizes.small),
      anchor: 'start',
      fontSize: sizes.small,
      runs,
    },
  ];
  return { marks: [...key.marks, ...label], height };
}

/** Where all bars begin, and the level from which they fall. */
function baseline({ x, size }: RowGeometry, top: number): Mark[] {
  const line = (key: string, at: number): Mark => ({
    type: 'line',
    key,
    className: 'c-rule',
    x1: at,
    x2: at,
    y1: top + 6,
    y2: size.height,
  });
  return [line('axis.zero', x(0)), line('axis.base', x(base))];
}

interface Bar {
  readonly y: number;
  readonly height: number;
}

function startRow(row: Row, bar: Bar, opacity: number, geometry: RowGeometry): Mark[] {
  const { subjects } = labelsOf(row, [], geometry, opacity < 1 ? 'c-dim' : '');
  const [zero, full] = [geometry.x(0), geometry.x(base)];
  // The level before is no number of the report: an outline until the fall is told.
  return [...lost(row, bar, zero, full, opacity, false), rest(row, bar, zero, full, 0), ...subjects];
}

/**
 * What a fall took away: an outlined ghost, hatched while the step speaks of it. In other rows the hatching is there and not seen, so
 * that it spreads with the fall and fades.
 */
function lost(row: Row, bar: Bar, from: number, to: number, opacity: number, hatched: boolean): Mark[] {
  const box = { type: 'rect', x: from, y: bar.y, width: to - from, height: bar.height } as const;
  return [
    { ...box, key: `${row.key}.lost`, className: 'c-lost', opacity },
    {
      ...box,
      key: `${row.key}.hatch`,
      className: 'c-hatch',
      pattern: 'lost',
      opacity: hatched ? opacity : 0,
    },
  ];
}

const rest = (row: Row, bar: Bar, from: number, to: number, opacity: number): Mark => ({
  type: 'rect',
  key: `${row.key}.rest`,
  className: `c-pen c-pen-${penOf(row.figure)}`,
  x: from,
  y: bar.y,
  width: to - from,
  height: bar.height,
  opacity,
});

interface Indexed {
  readonly row: Row;
  readonly bar: Bar;
  readonly index: ChartFigure;
  readonly opacity: number;
  readonly rate: boolean;
  readonly worded: boolean;
  readonly leads: boolean;
}

function indexedRow(
  input: ChartInput,
  { row, bar, index, opacity, rate, worded, leads }: Indexed,
  geometry: RowGeometry,
): Mark[] {
  const { x, columns, size, sizes, number: large } = geometry;
  const dim = opacity < 1 ? 'c-dim' : '';
  const open = row.figure.comparator === '>=';
  const fall = fallRuns(row.figure, large);
  const labels = labelsOf(row, fall, geometry, dim);
  const at = x(index.value);
  const runs = numberRuns(index, { ...sizes, value: sizes.label + 1 });
  const width = runsWidth(runs, sizes.label) + 8;
  // Inside the bar where there is room, else after its end, on the ghost.
  const inside = !open && at - x(0) > width;
  // Above a slim bar it stands beside the number of the fall, not under it.
  const beside = rate && !columns ? Math.max(0, at + runsWidth(fall, large.value) + 20 - size.width) : 0;
  // Our own arithmetic gives way where a thin or short bar has no room for it; the step and the table say it.
  const fits = columns
    ? inside || at + 7 + runsWidth(runs, sizes.label) <= x(base) + 4
    : row.height >= sizes.label;
  const number: Mark = {
    type: 'text',
    key: `${row.key}.index`,
    className: ['c-index', dim, inside && !rate ? (dim ? 'c-plain c-on-dim' : 'c-on-pen') : '']
      .filter(Boolean)
      .join(' '),
    x: at,
    y: rate ? bar.y : row.y + row.height / 2,
    dx: inside ? -6 - beside : 7,
    dy: rate ? -2.5 : (sizes.label + 1) * 0.36,
    anchor: inside ? 'end' : 'start',
    fontSize: sizes.label,
    runs,
  };
  const body = open
    ? roomMarks({ key: row.key, from: x(0), to: at, y: bar.y, height: bar.height }, opacity)
    : [rest(row, bar, x(0), at, opacity)];
  const room = open && worded ? roomWord(input.words.somewhereHere, row, x(0), at, sizes, dim) : [];
  // Of several subjects the first one bears the note.
  const note =
    leads && !columns && row.key === `${row.figure.id}.0` ? noteAt(input, row.figure.id) : undefined;
  return [
    ...lost(row, bar, at, x(base), opacity, leads),
    ...body,
    ...room,
    ...labels.subjects,
    ...labels.values,
    ...(fits ? [number] : []),
    ...noteMarks(
      note,
      {
        key: `${row.key}.note`,
        row,
        labels,
        edge: bar.y,
        from: x(0),
        // Above a slim bar, left of its index.
        to: rate ? at - width - beside - 8 : at,
        ...(rate ? {} : { until: x(base) }),
        width: size.width,
      },
      sizes,
    ),
  ];
}
