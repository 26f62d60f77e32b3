/**
 * Figures of one measure as bars from zero, each with its limit drawn by the grammar. The same bars can be laid end to end where
 * a sum of exactly these figures is given, and a mean can lie across them. Numbers of a second measure of the same subjects have states
 * of their own, in which each bar goes over to its subject's other number: never two scales at once, never a broken one.
 */
import { max, scaleLinear } from 'd3';
import { arrowReach, barMarks, keyMarks, keyOf, missingItems } from '../scene/grammar.js';
import { leadOf, noteMarks } from '../scene/notes.js';
import { derivedOf, drawnThrough, noteAt, plainWords, stringsOf, textsOf } from '../scene/options.js';
import { apartRun, numberSizes, emphasis, roomWord, rowLabels, rowsOf, type Row } from '../scene/rows.js';
import type { Mark, Scene } from '../scene/scene.js';
import {
  fit,
  leadingSizes,
  numberRuns,
  runsWidth,
  textWidth,
  fontSizes,
  type FontSizes,
} from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../scene/types.js';
import { joined } from './joined.js';

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = fontSizes(size);
  const { rates, levels } = twoScales(input);
  const onLevels = levels.length > 0 && (state.state === 'levels' || state.state === 'joined');
  const items = [...keyOf([...input.figures, ...input.derived], input.words), ...missingItems(input, size)];
  const key = keyMarks(items, { width: size.width, fontSize: sizes.small });
  const named = scaleName(input, onLevels ? 1 : 0, key, size, sizes);
  const [whole] = derivedOf(input, 'whole');
  if (state.state === 'joined' && whole) {
    const parts = levels.length > 0 ? levels : rates;
    const keyed = parts.map((figure) => ({ figure, key: `${pairOf(figure, rates).id}.0` }));
    const top = key.height + named.height;
    return [
      ...key.marks,
      ...named.marks,
      ...joined(input, { whole, parts: keyed, shares: derivedOf(input, 'shares'), state }, top, size, sizes),
    ];
  }
  const shown = onLevels ? levels : rates;
  return [
    ...key.marks,
    ...named.marks,
    ...stacked({ ...input, figures: rates }, shown, state, key.height + named.height, size, sizes),
  ];
}

/** Figures of a second measure have the same subjects as the others and a scale of their own, in states of their own. */
function twoScales(input: ChartInput) {
  const apart = stringsOf(input, 'levels');
  return {
    rates: input.figures.filter(({ id }) => !apart.includes(id)),
    levels: input.figures.filter(({ id }) => apart.includes(id)),
  };
}

/** The figure of the first scale that speaks of the same subject: both are one mark. */
const pairOf = (level: ChartFigure, rates: readonly ChartFigure[]): ChartFigure =>
  rates.find(({ subjects }) => subjects.join() === level.subjects.join()) ?? level;

/** Which of two scales the bars stand on, in words, at the end of the key's last line or below it. */
function scaleName(
  input: ChartInput,
  at: number,
  key: { readonly last: number; readonly height: number },
  size: ChartSize,
  sizes: FontSizes,
) {
  const text = plainWords(textsOf(input, 'scales')[at] ?? []);
  if (text === '') return { marks: [], height: 0 };
  const beside = key.last + textWidth(text, sizes.label) + 12 <= size.width;
  const height = beside ? 0 : sizes.label + 6;
  const mark: Mark = {
    type: 'text',
    key: `scale.${at}`,
    className: 'c-label',
    x: size.width,
    y: 0,
    dx: 0,
    dy: key.height + (beside ? -4 : sizes.label),
    anchor: 'end',
    fontSize: sizes.label,
    runs: [{ text }],
  };
  return { marks: [mark], height };
}

/** @param on the figures that the rows stand for in this state: the input's own, or those of the same subjects on another scale */
function stacked(
  input: ChartInput,
  on: readonly ChartFigure[],
  state: ChartState,
  top: number,
  size: ChartSize,
  sizes: FontSizes,
): Mark[] {
  const [mean] = derivedOf(input, 'mean');
  const isStretch = (figure: ChartFigure) => input.figures.some((other) => other.id === figure.stretchOf);
  const bases = input.figures.filter((figure) => !isStretch(figure));
  // The mean's line has its label below; the room is kept in every state, so that bars stand still.
  const bottom = size.height - (mean ? meanRoom(mean, size, sizes) : 0);
  const rows = rowsOf(bases, { top: top + 4, bottom }, sizes);
  const other = on !== input.figures && on.some((figure) => !input.figures.includes(figure));
  /** What a row stands for, with the strive that goes beyond it; nothing where the report gives no number on this scale. */
  const figuresOf = ({ figure }: Row): readonly ChartFigure[] =>
    other
      ? on.filter((level) => pairOf(level, input.figures) === figure)
      : [figure, ...input.figures.filter(({ stretchOf }) => stretchOf === figure.id)];
  const reached = drawnThrough({ ...input, figures: on }, state);
  const drawn = (figure: ChartFigure) => state.state !== 'start' && reached(figure);
  const lead = state.state === 'mean' ? (state.highlight ?? mean?.id) : leadOf(state, on.filter(drawn));
  const numbers = (figures: readonly ChartFigure[], at: FontSizes, leading = at) =>
    figures.map((figure) => numberRuns(figure, figure.id === lead ? leading : at));
  const sized = (share: 'lead' | 'other') =>
    numberSizes(
      rows,
      size,
      sizes,
      (row, at) => numbers(figuresOf(row), at).flatMap((runs, i) => (i > 0 ? [apartRun(at), ...runs] : runs)),
      share,
    );
  const [usual, large] = [sized('other'), sized('lead')];
  const x = valueScale(on, other ? undefined : mean, size);

  // What lies across all bars is emphasised by being there: none of them steps back for it.
  const highlight = on.some(({ id }) => id === state.highlight) ? state.highlight : undefined;
  const marks = rows.flatMap((row) => {
    const own = figuresOf(row);
    const shown = own.filter(drawn);
    const [base, stretch] = [shown.find((figure) => figure === own[0]), shown.find((f) => f !== own[0])];
    const opacity = emphasis(
      highlight,
      own.map(({ id }) => id),
    );
    const leads = own.some(({ id }) => id === lead);
    const labelled = (figures: readonly ChartFigure[]) =>
      rowLabels(
        row,
        size.width,
        leads ? large : usual,
        numbers(figures, usual, large),
        opacity < 1 ? 'c-dim' : '',
      );
    // Subjects leave room for numbers that are still to come, so that they stand still.
    const { subjects } = labelled(own);
    const labels = { subjects, values: shown.length > 0 ? labelled(shown).values : [] };
    const band = { y: row.y, height: row.height };
    const to = base ? x(base.value) : 0;
    return [
      // Not drawn, or not given: an empty frame as in other kinds, over the whole scale.
      {
        type: 'rect',
        key: `${row.key}.frame`,
        className: 'c-frame',
        x: 0,
        width: size.width - 1,
        opacity: shown.length > 0 ? 0 : 1,
        ...band,
      } satisfies Mark,
      ...(base ? barMarks(base, { key: row.key, from: 0, to, opacity, ...band }) : [noBar(row)]),
      ...(base && stretch
        ? barMarks(stretch, {
            key: `${row.key}.stretch`,
            from: to,
            to: x(stretch.value),
            opacity,
            ...band,
          })
        : []),
      ...(base?.comparator === '<=' ? roomWord(input.words.somewhereHere, row, 0, to, sizes) : []),
      ...(own.length === 0
        ? roomWord(input.words.missing.total, row, 0, size.width, sizes).map((mark) => ({
            ...mark,
            key: `${row.key}.missing`,
          }))
        : []),
      ...labels.subjects,
      ...labels.values.map((mark) => (leads ? { ...mark, key: `${mark.key}.lead` } : mark)),
      ...(base && base.id === lead && row.key === `${row.figure.id}.0`
        ? noteMarks(
            noteAt(input, lead),
            { key: `${row.key}.note`, row, labels, from: 0, to, width: size.width },
            sizes,
          )
        : []),
    ];
  });
  const [first, final] = [rows[0], rows.at(-1)];
  const axis: Mark = {
    type: 'line',
    key: 'axis',
    className: 'c-axis',
    x1: 0,
    x2: 0,
    y1: first ? first.y - first.height * 0.4 : top,
    y2: final ? final.y + final.height * 1.1 : bottom,
  };
  const meanShown =
    state.state === 'mean' && mean ? meanMarks(mean, x(mean.value), rows, bottom, size, sizes) : [];
  return [axis, ...marks, ...meanShown];
}

/** The place from which a bar grows. */
const noBar = ({ key, y, height }: Row): Mark => ({
  type: 'rect',
  key: `${key}.bar`,
  className: 'c-pen',
  x: 0,
  width: 0,
  opacity: 0,
  y,
  height,
});

/** From values to x in px: zero on the left edge, the largest number as far right as an open arrow beyond it allows. */
function valueScale(figures: readonly ChartFigure[], mean: ChartFigure | undefined, size: ChartSize) {
  const most = max(mean ? [...figures, mean] : figures, ({ value }) => value) ?? 0;
  const open = figures.some((figure) => figure.comparator === '>=' || figure.comparator === '>');
  return scaleLinear([0, most > 0 ? most : 1], [0, size.width - (open ? arrowReach : 2)]);
}

/**
 * Our own arithmetic across the report's numbers: a thin dashed line with its name and number below. It is drawn over the bars
 * and not between them, where the labels are.
 */
function meanMarks(
  mean: ChartFigure,
  at: number,
  rows: readonly Row[],
  bottom: number,
  size: ChartSize,
  sizes: FontSizes,
): Mark[] {
  const runs = meanRuns(mean, sizes);
  const twoLines = meanRoom(mean, size, sizes) > oneMeanLine(sizes);
  const last = twoLines ? runs.number : [...runs.name, { text: ' ', fontSize: sizes.small }, ...runs.number];
  const wide = runsWidth(last, sizes.value);
  const left = at - 6 - wide >= 0;
  const line = (key: string, y1: number, y2: number): Mark => ({
    type: 'line',
    key,
    className: 'c-mean',
    x1: at,
    x2: at,
    y1,
    y2,
  });
  return [
    // Not above the bar nor on its edge: its number stands there.
    ...rows.map((row) => line(`mean.${row.key}`, row.y + row.height * 0.08, row.y + row.height * 1.12)),
    line('mean.foot', twoLines ? bottom + sizes.small + 5 : bottom - 2, size.height - 4),
    ...(twoLines ? [nameAbove(mean, at, bottom, size, sizes)] : []),
    {
      type: 'text',
      key: 'mean.label',
      className: 'c-value',
      x: left ? at : Math.min(at, size.width - wide - 6),
      y: bottom,
      dx: left ? -6 : 6,
      dy: (twoLines ? sizes.small + 3 : 0) + meanSizes(sizes).value + 3,
      anchor: left ? 'end' : 'start',
      fontSize: meanSizes(sizes).value,
      runs: last,
    },
  ];
}

/** Set larger than others where there is height: it is what its state is about. */
const meanSizes = (sizes: FontSizes): FontSizes =>
  sizes.label > 12 ? leadingSizes(Math.round(sizes.value * 1.5), sizes) : sizes;

const meanRuns = (mean: ChartFigure, sizes: FontSizes) => ({
  name: [{ text: mean.subjects.join('、'), fontSize: sizes.small, className: 'c-soft' }],
  number: numberRuns(mean, meanSizes(sizes)),
});

const oneMeanLine = (sizes: FontSizes) => meanSizes(sizes).value + 10;

/** Height in px of the mean's name and number: one line, or two where they don't fit into one. */
function meanRoom(mean: ChartFigure, size: ChartSize, sizes: FontSizes): number {
  const { name, number } = meanRuns(mean, sizes);
  const wide = runsWidth([...name, { text: ' ', fontSize: sizes.small }, ...number], sizes.value);
  return oneMeanLine(sizes) + (wide + 6 > size.width ? sizes.small + 3 : 0);
}

function nameAbove(mean: ChartFigure, at: number, bottom: number, size: ChartSize, sizes: FontSizes): Mark {
  const text = fit(mean.subjects.join('、'), sizes.small, size.width - 8);
  // Left of the line if it can be, else from the frame's edge.
  const left = at - 6 - textWidth(text, sizes.small) >= 0;
  return {
    type: 'text',
    key: 'mean.name',
    className: 'c-soft c-plain',
    x: left ? at : 0,
    y: bottom,
    dx: left ? -6 : 2,
    dy: sizes.small + 2,
    anchor: left ? 'end' : 'start',
    fontSize: sizes.small,
    runs: [{ text }],
  };
}
