/**
 * Figures of one measure as bars from zero, each with its limit drawn by the grammar. The same bars can be laid end to end where
 * a sum of exactly these figures is given, and a mean can lie across them. Never a second scale, never a broken one.
 */
import { max, scaleLinear } from 'd3';
import { arrowReach, barMarks, keyMarks, keyOf } from '../scene/grammar.js';
import { derivedOf, drawnThrough } from '../scene/options.js';
import { apartRun, numberSizes, emphasis, roomWord, rowLabels, rowsOf, type Row } from '../scene/rows.js';
import type { Mark, Scene } from '../scene/scene.js';
import { fit, numberRuns, runsWidth, textWidth, fontSizes, type FontSizes } from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../scene/types.js';
import { joined } from './joined.js';

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const sizes = fontSizes(size);
  const key = keyMarks(keyOf([...input.figures, ...input.derived], input.words), {
    width: size.width,
    fontSize: sizes.small,
  });
  const [whole] = derivedOf(input, 'whole');
  if (state.state === 'joined' && whole) {
    const shares = derivedOf(input, 'shares');
    return [...key.marks, ...joined(input, { whole, shares, state }, key.height, size, sizes)];
  }
  return [...key.marks, ...stacked(input, state, key.height, size, sizes)];
}

function stacked(
  input: ChartInput,
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
  const stretchOf = (figure: ChartFigure) => input.figures.find(({ stretchOf: id }) => id === figure.id);
  const number = numberSizes(rows, size, sizes, ({ figure }, at) => {
    const stretch = stretchOf(figure);
    return [...numberRuns(figure, at), ...(stretch ? [apartRun(at), ...numberRuns(stretch, at)] : [])];
  });
  const x = valueScale(input, mean, size);
  const reached = drawnThrough(input, state);
  const drawn = (figure: ChartFigure) => state.state !== 'start' && reached(figure);

  // What lies across all bars is emphasised by being there: none of them steps back for it.
  const highlight = input.figures.some(({ id }) => id === state.highlight) ? state.highlight : undefined;
  const marks = rows.flatMap((row) => {
    const stretch = stretchOf(row.figure);
    const shown = [row.figure, ...(stretch ? [stretch] : [])].filter(drawn);
    const ids = [row.figure, stretch].flatMap((figure) => (figure ? [figure.id] : []));
    const opacity = emphasis(highlight, ids);
    const labelled = (figures: readonly ChartFigure[]) => {
      const numbers = figures.map((figure) => numberRuns(figure, number));
      return rowLabels(row, size.width, number, numbers, opacity < 1 ? 'c-dim' : '');
    };
    // Subjects leave room for numbers that are still to come, so that they stand still.
    const { subjects } = labelled([row.figure, ...(stretch ? [stretch] : [])]);
    const { values } = labelled(shown);
    const band = { y: row.y, height: row.height };
    // Not drawn yet: an empty frame as in other kinds, over the whole scale, for its length is still to come.
    const frame: Mark = {
      type: 'rect',
      key: `${row.key}.frame`,
      className: 'c-frame',
      x: 0,
      width: size.width - 1,
      opacity: shown.length > 0 ? 0 : 1,
      ...band,
    };
    const zero: Mark = {
      type: 'rect',
      key: `${row.key}.bar`,
      className: 'c-pen',
      x: 0,
      width: 0,
      opacity: 0,
      ...band,
    };
    return [
      frame,
      ...(shown.includes(row.figure)
        ? barMarks(row.figure, { key: row.key, from: 0, to: x(row.figure.value), opacity, ...band })
        : [zero]),
      ...(stretch && shown.includes(stretch)
        ? barMarks(stretch, {
            key: `${row.key}.stretch`,
            from: x(row.figure.value),
            to: x(stretch.value),
            opacity,
            ...band,
          })
        : []),
      ...(shown.includes(row.figure) && row.figure.comparator === '<='
        ? roomWord(input.words.somewhereHere, row, 0, x(row.figure.value), sizes)
        : []),
      ...subjects,
      ...(shown.length > 0 ? values : []),
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

/** From values to x in px: zero on the left edge, the largest number as far right as an open arrow beyond it allows. */
function valueScale(input: ChartInput, mean: ChartFigure | undefined, size: ChartSize) {
  const most = max(mean ? [...input.figures, mean] : input.figures, (figure) => figure.value) ?? 0;
  const open = input.figures.some((figure) => figure.comparator === '>=' || figure.comparator === '>');
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
    // Not above the bar: its number stands there.
    ...rows.map((row) => line(`mean.${row.key}`, row.y, row.y + row.height * 1.12)),
    line('mean.foot', twoLines ? bottom + sizes.small + 5 : bottom - 2, size.height - 4),
    ...(twoLines ? [nameAbove(mean, at, bottom, size, sizes)] : []),
    {
      type: 'text',
      key: 'mean.label',
      className: 'c-value',
      x: left ? at : Math.min(at, size.width - wide - 6),
      y: bottom,
      dx: left ? -6 : 6,
      dy: (twoLines ? sizes.small + 3 : 0) + sizes.value + 4,
      anchor: left ? 'end' : 'start',
      fontSize: sizes.value,
      runs: last,
    },
  ];
}

const meanRuns = (mean: ChartFigure, sizes: FontSizes) => ({
  name: [{ text: mean.subjects.join('、'), fontSize: sizes.small, className: 'c-soft' }],
  number: numberRuns(mean, sizes),
});

const oneMeanLine = (sizes: FontSizes) => sizes.value + 12;

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
