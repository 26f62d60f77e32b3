/**
 * Falls against an unknown base: every bar begins at 100; what is lost stays as a hatched ghost, what is left stands solid with
 * its index. An open fall (“or more”) has no bar left, only the room in which the rest must lie. A number is a full bar, a rate a
 * slim one. The 100s are different things, so nothing relates one bar to another.
 */
import { scaleLinear } from 'd3';
import { keyItem, keyMarks, penOf, roomMarks } from '../grammar.js';
import { emphasis, rowLabels, rowsOf, type Row } from '../rows.js';
import type { Mark, Scene } from '../scene.js';
import { linkTo, numberRuns, runsWidth, textWidth, typeSizes, type TypeSizes } from '../text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../types.js';

const base = 100;
/** The slim bar's part of a full one. */
const slim = 0.32;

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = typeSizes(size);
  const rates = idList(input.options['rates']);
  const x = scaleLinear([0, base], [0, size.width]);
  const head = header(input, rates, size, sizes);
  const rows = rowsOf(input.figures, { top: head.height + 6, bottom: size.height });
  const last =
    state.through === undefined
      ? input.figures.length
      : input.figures.findIndex(({ id }) => id === state.through);
  const worded = firstRoom(input.figures);

  const marks = rows.flatMap((row) => {
    const order = input.figures.indexOf(row.figure);
    const indexed = state.state === 'indexed' && order <= last;
    const index = indexOf(input, order);
    const opacity = emphasis(state.highlight, [row.figure.id, ...(index ? [index.id] : [])]);
    const rate = rates.includes(row.figure.id);
    const bar = rate ? { ...row, y: row.y + row.height * (1 - slim), height: row.height * slim } : row;
    return indexed && index
      ? indexedRow(input, { row, bar, index, opacity, rate, worded: row.key === worded }, x, size, sizes)
      : startRow(row, bar, x(base), opacity, size, sizes);
  });
  return [...head.marks, ...baseline(x(base), head.height, size), ...marks];
}

const idList = (option: unknown): readonly string[] =>
  Array.isArray(option) ? option.filter((entry): entry is string => typeof entry === 'string') : [];

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

function header(input: ChartInput, rates: readonly string[], size: ChartSize, sizes: TypeSizes) {
  const { words } = input;
  const pens =
    rates.length > 0
      ? [{ ...keyItem('reported', words.number), id: 'number' }, keyItem('rate', words.rate)]
      : [keyItem('reported', words.reported)];
  const place = { width: size.width, size: sizes.small };
  const key = keyMarks([...pens, keyItem('derived', words.derived)], place);
  const [first] = input.derived;
  const label: Mark = {
    type: 'text',
    key: 'axis.label',
    klass: 'c-soft',
    x: size.width,
    y: 0,
    dx: 0,
    dy: key.height + sizes.small + 2,
    anchor: 'end',
    size: sizes.small,
    runs: [
      { text: `${words.baseNotGiven} ` },
      ...(first ? [{ text: `= ${base}`, klass: 'c-derived', link: linkTo(first) }] : []),
    ],
  };
  return { marks: [...key.marks, label], height: key.height + sizes.small + 6 };
}

/** Where all bars begin, and the level from which they fall. */
function baseline(right: number, top: number, size: ChartSize): Mark[] {
  const line = (key: string, x: number): Mark => ({
    type: 'line',
    key,
    klass: 'c-rule',
    x1: x,
    x2: x,
    y1: top + 6,
    y2: size.height,
  });
  return [line('axis.zero', 0), line('axis.base', right)];
}

interface Bar {
  readonly y: number;
  readonly height: number;
}

function startRow(
  row: Row,
  bar: Bar,
  full: number,
  opacity: number,
  size: ChartSize,
  sizes: TypeSizes,
): Mark[] {
  const { subject } = rowLabels(row, size.width, sizes, [], opacity < 1 ? 'c-dim' : '');
  return [lost(row, bar, full, full, opacity), rest(row, bar, full, opacity), subject];
}

const lost = (row: Row, bar: Bar, from: number, to: number, opacity: number): Mark => ({
  type: 'rect',
  key: `${row.key}.lost`,
  klass: 'c-lost',
  pattern: 'lost',
  x: from,
  y: bar.y,
  width: to - from,
  height: bar.height,
  opacity,
});

const rest = (row: Row, bar: Bar, to: number, opacity: number): Mark => ({
  type: 'rect',
  key: `${row.key}.rest`,
  klass: `c-pen c-pen-${penOf(row.figure)}`,
  x: 0,
  y: bar.y,
  width: to,
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
}

function indexedRow(
  input: ChartInput,
  { row, bar, index, opacity, rate, worded }: Indexed,
  x: (value: number) => number,
  size: ChartSize,
  sizes: TypeSizes,
): Mark[] {
  const dim = opacity < 1 ? 'c-dim' : '';
  const open = row.figure.comparator === '>=';
  const fall = [{ text: '↓', size: sizes.label, klass: 'c-soft' }, ...numberRuns(row.figure, sizes)];
  const labels = rowLabels(row, size.width, sizes, fall, dim);
  const at = x(index.value);
  const runs = numberRuns(index, { ...sizes, value: sizes.label + 1 });
  const width = runsWidth(runs, sizes.label) + 8;
  // Inside the bar where there is room, else after its end, on the ghost.
  const inside = !open && at > width;
  // Over a slim bar it stands beside the fall, not under it.
  const beside = rate ? Math.max(0, at + runsWidth(fall, sizes.value) + 20 - size.width) : 0;
  const number: Mark = {
    type: 'text',
    key: `${row.key}.index`,
    klass: ['c-index', dim, inside && !rate ? (dim ? 'c-plain' : 'c-on-pen') : ''].filter(Boolean).join(' '),
    x: at,
    y: rate ? bar.y : row.y + row.height / 2,
    dx: inside ? -6 - beside : 7,
    dy: rate ? -2.5 : (sizes.label + 1) * 0.36,
    anchor: inside ? 'end' : 'start',
    size: sizes.label,
    runs,
  };
  const body = open
    ? roomMarks({ key: row.key, from: 0, to: at, y: bar.y, height: bar.height }, opacity)
    : [rest(row, bar, at, opacity)];
  const word = input.words.somewhereHere;
  const room: Mark[] =
    open && worded && textWidth(word, sizes.small) < at - 6
      ? [
          {
            type: 'text',
            key: `${row.key}.somewhere`,
            klass: `c-soft c-plain ${dim}`.trim(),
            x: at / 2,
            y: row.y + row.height / 2,
            dx: 0,
            dy: sizes.small * 0.36,
            anchor: 'middle',
            size: sizes.small,
            runs: [{ text: word }],
          },
        ]
      : [];
  // Off the line that marks the level from which they fell.
  const value = { ...labels.value, dx: -6 };
  return [lost(row, bar, at, x(base), opacity), ...body, ...room, labels.subject, value, number];
}
