/**
 * Whole percentages as cells of a hundred, one grid a question, filled in reading order. Grids are of one size because each is a
 * whole of its own, not because the wholes are alike. The difference of two of them is drawn where it is missing.
 */
import { keyItem, keyMarks, keyOf, penOf } from '../grammar.js';
import { emphasis } from '../rows.js';
import type { DrawnMark, Mark, Scene } from '../scene.js';
import { fit, numberRuns, runsWidth, typeSizes, wrap, type TypeSizes } from '../text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../types.js';

const side = 10;
const whole = side * side;
const gutter = 18;
const narrowest = 84;

interface Question {
  readonly key: string;
  readonly figure: ChartFigure;
  readonly names: readonly string[];
}

interface Area {
  readonly top: number;
  readonly bottom: number;
  /** Room below each grid, for the number that is missing in it. */
  readonly below: number;
}

interface Placed extends Question {
  readonly x: number;
  readonly y: number;
  readonly grid: { readonly top: number; readonly side: number };
}

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = typeSizes(size);
  const gap = input.derived.find(
    ({ id }) => Array.isArray(input.options['gap']) && input.options['gap'].some((name) => name === id),
  );
  const key = keyMarks(
    [...keyOf(input.figures, input.words), ...(gap ? [keyItem('derived', input.words.derived)] : [])],
    {
      width: size.width,
      size: sizes.small,
    },
  );
  const notes = foot(input, size, sizes);
  const below = gap ? sizes.value + 8 : 0;
  const placed = arrange(
    input.figures,
    { top: key.height + 4, bottom: size.height - notes.height, below },
    size,
    sizes,
  );
  const last =
    state.through === undefined ? Infinity : input.figures.findIndex(({ id }) => id === state.through);
  const missing = state.state === 'gap' && gap ? between(input, gap) : undefined;
  const smaller = gap && placed.find((place) => place.figure === between(input, gap)[1]);
  return [
    ...key.marks,
    ...placed.flatMap((place) => {
      const { figure } = place;
      const drawn = state.state !== 'start' && input.figures.indexOf(figure) <= last;
      const involved = missing === undefined || missing.includes(figure);
      const lit =
        state.highlight !== undefined && state.highlight === gap?.id
          ? (gap.from ?? [])
          : [state.highlight ?? ''];
      const opacity = involved
        ? emphasis(state.highlight && lit[0], lit.includes(figure.id) ? [lit[0] ?? ''] : [])
        : 0.32;
      const reach = missing && missing[0] !== figure && involved ? missing[0]?.value : undefined;
      return [...head(place, drawn, opacity, sizes), ...cells(place, drawn, opacity, reach)];
    }),
    ...(gap && smaller && (missing || state.highlight === gap.id)
      ? [gapLabel(input, gap, smaller, size, sizes)]
      : []),
    ...notes.marks(Math.max(...placed.map(({ grid }) => grid.top + grid.side)) + below),
  ];
}

/** The larger and the smaller of a difference. */
function between(input: ChartInput, gap: ChartFigure): ChartFigure[] {
  const [first, second] = (gap.from ?? []).flatMap((id) =>
    input.figures.filter((figure) => figure.id === id),
  );
  return first && second ? (first.value >= second.value ? [first, second] : [second, first]) : [];
}

/** Side by side where that costs little, else in the columns that make the grids largest. */
function arrange(figures: readonly ChartFigure[], area: Area, size: ChartSize, sizes: TypeSizes): Placed[] {
  const count = figures.reduce((sum, { subjects }) => sum + subjects.length, 0);
  const ways = Array.from({ length: count }, (_, i) => i + 1)
    .filter((columns) => columns === 1 || (size.width - gutter * (columns - 1)) / columns >= narrowest)
    .map((columns) => inColumns(figures, columns, area, size, sizes));
  const edge = (way: readonly Placed[]) => way[0]?.grid.side ?? 0;
  const largest = Math.max(...ways.map(edge));
  return ways.findLast((way) => edge(way) >= largest * 0.8) ?? [];
}

function inColumns(
  figures: readonly ChartFigure[],
  columns: number,
  area: Area,
  size: ChartSize,
  sizes: TypeSizes,
): Placed[] {
  const width = (size.width - gutter * (columns - 1)) / columns;
  const questions: Question[] = figures.flatMap((figure) =>
    figure.subjects.map((subject, i) => ({
      key: `${figure.id}.${i}`,
      figure,
      names: lines(subject, width, sizes),
    })),
  );
  const rows = Math.ceil(questions.length / columns);
  const names = Math.max(...questions.map((question) => question.names.length));
  const above = names * (sizes.label + 3) + sizes.value + 12;
  const between = 12 + area.below;
  const room = (area.bottom - area.top - area.below - between * (rows - 1)) / rows - above;
  const edge = Math.max(0, Math.min(width, room, 340));
  const spare = Math.max(0, (room - edge) * rows);
  return questions.map((question, i) => {
    const y = area.top + spare / 4 + Math.floor(i / columns) * (above + edge + between);
    return { ...question, x: (i % columns) * (width + gutter), y, grid: { top: y + above, side: edge } };
  });
}

function lines(subject: string, width: number, sizes: TypeSizes): string[] {
  const wrapped = wrap([{ type: 'text', text: subject }], sizes.label, width).map((runs) =>
    runs.map((run) => run.text).join(''),
  );
  return wrapped.length > 3
    ? [...wrapped.slice(0, 2), fit(wrapped.slice(2).join(''), sizes.label, width)]
    : wrapped;
}

function head(place: Placed, drawn: boolean, opacity: number, sizes: TypeSizes): Mark[] {
  const dim = opacity < 1 ? 'c-dim' : '';
  const line = { type: 'text', x: place.x, y: place.y, dx: 0, anchor: 'start' } as const;
  const names = place.names.map((text, i): Mark => ({
    ...line,
    key: `${place.key}.subject.${i}`,
    klass: `c-label ${dim}`.trim(),
    dy: (i + 1) * (sizes.label + 3),
    size: sizes.label,
    runs: [{ text }],
  }));
  const value: Mark = {
    ...line,
    key: `${place.key}.value`,
    klass: `c-value ${dim}`.trim(),
    y: place.grid.top,
    dy: -9,
    size: sizes.value,
    runs: numberRuns(place.figure, sizes),
  };
  return [...names, ...(drawn ? [value] : [])];
}

function cells(place: Placed, drawn: boolean, opacity: number, reach: number | undefined): Mark[] {
  const { figure, key, x, grid } = place;
  const pen = penOf(figure);
  const field = {
    type: 'drawn',
    x,
    y: grid.top,
    width: grid.side,
    height: grid.side,
    columns: side,
    rows: side,
  } as const;
  const ceiling = figure.comparator === '<=';
  const mark = (name: string, klass: string, count: number, more: Partial<DrawnMark> = {}): DrawnMark => ({
    ...field,
    key: `${key}.${name}`,
    klass,
    shape: 'square',
    count,
    opacity,
    ...more,
  });
  const count = drawn ? figure.value : 0;
  const end = { '>=': 'open', '>': 'above', '<=': 'ceiling', '=': undefined, strive: undefined } as const;
  const shape = end[figure.comparator];
  const first = figure.value % side === side - 1 && shape === 'above' ? figure.value + 1 : figure.value;
  return [
    mark('empty', 'c-drawn-empty', whole),
    mark('gap', 'c-drawn-gap', drawn && reach !== undefined ? reach : count),
    mark('cells', ceiling ? 'c-drawn-room' : `c-drawn-${pen}`, count, { struck: pen === 'strive' }),
    ...(drawn && shape && first < whole
      ? [mark('end', ceiling ? 'c-drawn-ceiling' : `c-drawn-end c-drawn-end-${pen}`, 1, { shape, first })]
      : []),
  ];
}

/** The difference in numbers, below the grid in which it is missing. */
function gapLabel(
  input: ChartInput,
  gap: ChartFigure,
  place: Placed,
  size: ChartSize,
  sizes: TypeSizes,
): Mark {
  const runs = [
    { text: `${input.words.gap} `, size: sizes.small, klass: 'c-soft' },
    ...numberRuns(gap, sizes),
  ];
  const back = Math.max(0, place.x + runsWidth(runs, sizes.value) - size.width);
  return {
    type: 'text',
    key: 'gap.value',
    klass: 'c-value',
    x: place.x,
    y: place.grid.top + place.grid.side,
    dx: -back,
    dy: sizes.value + 2,
    anchor: 'start',
    size: sizes.value,
    runs,
  };
}

/** What the percentages are shares of is not said: the picture says so, right below the grids. */
function foot(input: ChartInput, size: ChartSize, sizes: TypeSizes) {
  const note = input.options['unstated'] === true ? input.words.shareOfNotStated : '';
  const lines = note ? wrap([{ type: 'text', text: note }], sizes.small, size.width) : [];
  const step = sizes.small + 5;
  const marks = (below: number) =>
    lines.map((runs, i): Mark => ({
      type: 'text',
      key: `note.${i}`,
      klass: 'c-soft',
      x: 0,
      y: below,
      dx: 0,
      dy: (i + 1) * step,
      anchor: 'start',
      size: sizes.small,
      runs,
    }));
  return { marks, height: lines.length * step + 8 };
}
