/**
 * Whole percentages as cells of a hundred, one grid a question, filled in reading order. Grids are of one size because each is a
 * whole of its own, not because the wholes are alike. The difference of two of them is drawn where it is missing.
 */
import { defined } from '../../invariants/defined.js';
import { max, min, range, sum } from 'd3';
import { keyItem, keyMarks, keyOf, missingItems, penOf } from '../scene/grammar.js';
import { derivedOf, drawnThrough } from '../scene/options.js';
import { columnsOf, emphasis } from '../scene/rows.js';
import type { PictogramMark, Mark, Scene } from '../scene/scene.js';
import {
  fontSizes,
  largestNumber,
  leadingSizes,
  numberRuns,
  runsWidth,
  wrapAndCut,
  type FontSizes,
} from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../scene/types.js';

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

interface PlacedQuestion extends Question {
  /** Where its words stand, and its grid below them or beside. */
  readonly x: number;
  readonly y: number;
  /** The number's baseline, from `y`, and the sizes that it is set in. */
  readonly down: number;
  readonly number: FontSizes;
  readonly grid: { readonly left: number; readonly top: number; readonly side: number };
}

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = fontSizes(size);
  const [gap] = derivedOf(input, 'gap');
  const key = keyMarks(
    [
      ...keyOf(input.figures, input.words),
      ...(gap ? [keyItem('derived', input.words.derived)] : []),
      ...missingItems(input, size),
    ],
    {
      width: size.width,
      fontSize: sizes.small,
    },
  );
  const below = gap ? sizes.value + 8 : 0;
  const questions = arrange(
    input.figures,
    { top: key.height + 4, bottom: size.height - 8, below },
    size,
    sizes,
  );
  const reached = drawnThrough(input, state);
  const missing = state.state === 'gap' && gap ? between(input, gap) : undefined;
  const smaller = gap && questions.find((question) => question.figure === between(input, gap)[1]);
  return [
    ...key.marks,
    ...questions.flatMap((question) => {
      const { figure } = question;
      const drawn = state.state !== 'start' && reached(figure);
      const involved = missing === undefined || missing.includes(figure);
      const lit =
        state.highlight !== undefined && state.highlight === gap?.id
          ? (gap.from ?? [])
          : [state.highlight ?? ''];
      const opacity = involved
        ? emphasis(state.highlight && lit[0], lit.includes(figure.id) ? [lit[0] ?? ''] : [])
        : 0.32;
      const reach = missing && missing[0] !== figure && involved ? missing[0]?.value : undefined;
      return [...head(question, drawn, opacity, sizes), ...cells(question, drawn, opacity, reach)];
    }),
    ...(gap && smaller && (missing || state.highlight === gap.id)
      ? [gapLabel(input, gap, smaller, size, sizes)]
      : []),
  ];
}

/** The two figures of a difference, the larger one first. */
function between(input: ChartInput, gap: ChartFigure): ChartFigure[] {
  const [first, second] = (gap.from ?? []).flatMap((id) =>
    input.figures.filter((figure) => figure.id === id),
  );
  return first && second ? (first.value >= second.value ? [first, second] : [second, first]) : [];
}

/** Of the ways to stand in 1, 2, … columns, or in rows beside their words, the last one, so the one with most columns whose grids are at least 80 % as large as the largest. */
function arrange(
  figures: readonly ChartFigure[],
  area: Area,
  size: ChartSize,
  sizes: FontSizes,
): PlacedQuestion[] {
  const count = sum(figures, ({ subjects }) => subjects.length);
  const ways = range(1, count + 1)
    .filter((columns) => columns === 1 || columnsOf(columns, size.width, gutter).bandwidth() >= narrowest)
    .map((columns) => inColumns(figures, columns, area, size, sizes));
  if (size.width >= wideFrame) ways.push(inRows(figures, area, size, sizes));
  const edge = (way: readonly PlacedQuestion[]) => way[0]?.grid.side ?? 0;
  const largest = max(ways, edge) ?? 0;
  return ways.findLast((way) => edge(way) >= largest * 0.8) ?? [];
}

function inColumns(
  figures: readonly ChartFigure[],
  columns: number,
  area: Area,
  size: ChartSize,
  sizes: FontSizes,
): PlacedQuestion[] {
  const x = columnsOf(columns, size.width, gutter);
  const width = x.bandwidth();
  const questions: Question[] = figures.flatMap((figure) =>
    figure.subjects.map((subject, i) => ({
      key: `${figure.id}.${i}`,
      figure,
      names: wrapAndCut(subject, sizes.label, width, 3),
    })),
  );
  const rows = Math.ceil(questions.length / columns);
  const names = max(questions, (question) => question.names.length) ?? 0;
  const between = 12 + area.below;
  const each = (area.bottom - area.top - area.below - between * (rows - 1)) / rows;
  // What the grids leave free, their numbers take.
  const least = names * (sizes.label + 3) + sizes.value + 12;
  const edge = Math.max(0, Math.min(width, each - least));
  const spare = Math.max(0, each - least - edge);
  const number = common(figures, sizes, { width: width * 0.86, height: sizes.value + spare * 0.9 });
  const above = least + number.value - sizes.value;
  const lead = Math.max(0, each - above - edge) * 0.45;
  return questions.map((question, i) => {
    const y = area.top + lead + Math.floor(i / columns) * (each + between);
    const left = defined(x(i % columns), 'column');
    return {
      ...question,
      x: left,
      y,
      number,
      down: above - 9,
      grid: { left, top: y + above, side: edge },
    };
  });
}

/** From this width, in px, the words may stand beside their grids. */
const wideFrame = 600;

/** One question a row: its words and a very large number left, its grid right. */
function inRows(
  figures: readonly ChartFigure[],
  area: Area,
  size: ChartSize,
  sizes: FontSizes,
): PlacedQuestion[] {
  const count = sum(figures, ({ subjects }) => subjects.length);
  const each = (area.bottom - area.top - area.below * count - gutter * (count - 1)) / count;
  const edge = Math.max(0, Math.min(each, size.width * 0.48));
  const left = size.width - edge;
  const room = left - gutter;
  const texts = figures.flatMap(({ subjects }) =>
    subjects.map((subject) => wrapAndCut(subject, sizes.label, room, 3)),
  );
  const names = (max(texts, ({ length }) => length) ?? 0) * (sizes.label + 3);
  const number = common(figures, sizes, {
    width: room * 0.92,
    height: Math.min(edge - names - 12, edge * 0.6),
  });
  const all = figures.flatMap((figure) =>
    figure.subjects.map((_, i) => ({ key: `${figure.id}.${i}`, figure })),
  );
  return all.map((question, i) => {
    const top = area.top + i * (each + area.below + gutter) + (each - edge) / 2;
    const kept = texts[i] ?? [];
    const down = kept.length * (sizes.label + 3) + Math.round(number.value * 0.98) + 4;
    return { ...question, names: kept, x: 0, y: top, number, down, grid: { left, top, side: edge } };
  });
}

/** One size for all numbers, so that none of them looks the greater for it. */
function common(figures: readonly ChartFigure[], sizes: FontSizes, room: ChartSize): FontSizes {
  const value = min(figures, (figure) => largestNumber(figure, sizes, room)) ?? sizes.value;
  return value > sizes.value ? leadingSizes(value, sizes) : sizes;
}

function head(question: PlacedQuestion, drawn: boolean, opacity: number, sizes: FontSizes): Mark[] {
  const dim = opacity < 1 ? 'c-dim' : '';
  const line = { type: 'text', x: question.x, y: question.y, dx: 0, anchor: 'start' } as const;
  const names = question.names.map((text, i): Mark => ({
    ...line,
    key: `${question.key}.subject.${i}`,
    className: `c-label ${dim}`.trim(),
    dy: (i + 1) * (sizes.label + 3),
    fontSize: sizes.label,
    runs: [{ text }],
  }));
  const value: Mark = {
    ...line,
    key: `${question.key}.value`,
    className: `c-value ${dim}`.trim(),
    dy: question.down,
    fontSize: question.number.value,
    runs: numberRuns(question.figure, question.number),
  };
  return [...names, ...(drawn ? [value] : [])];
}

function cells(question: PlacedQuestion, drawn: boolean, opacity: number, reach: number | undefined): Mark[] {
  const { figure, key, grid } = question;
  const pen = penOf(figure);
  const field = {
    type: 'pictogram',
    x: grid.left,
    y: grid.top,
    width: grid.side,
    height: grid.side,
    columns: side,
    rows: side,
  } as const;
  const ceiling = figure.comparator === '<=';
  const mark = (
    name: string,
    className: string,
    count: number,
    more: Partial<PictogramMark> = {},
  ): PictogramMark => ({
    ...field,
    key: `${key}.${name}`,
    className,
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
  question: PlacedQuestion,
  size: ChartSize,
  sizes: FontSizes,
): Mark {
  const runs = [
    { text: `${input.words.gap} `, fontSize: sizes.small, className: 'c-soft' },
    ...numberRuns(gap, sizes),
  ];
  const back = Math.max(0, question.grid.left + runsWidth(runs, sizes.value) - size.width);
  return {
    type: 'text',
    key: 'gap.value',
    className: 'c-value',
    x: question.grid.left,
    y: question.grid.top + question.grid.side,
    dx: -back,
    dy: sizes.value + 2,
    anchor: 'start',
    fontSize: sizes.value,
    runs,
  };
}
