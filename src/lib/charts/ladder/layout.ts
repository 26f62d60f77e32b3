/**
 * A list of ranks as a ladder, the best on top, with the room that a target leaves: from the first rung down to the one named.
 * Nothing marks a present place: the report gives none, and the target is a room and no point.
 */
import { range, scaleLinear, type ScaleLinear } from 'd3';
import { keyMarks, keyOf, missingItems, penOf } from '../scene/grammar.js';
import type { Mark, Run, Scene } from '../scene/scene.js';
import { stringsOf } from '../scene/options.js';
import {
  fontSizes,
  largestNumber,
  leadingSizes,
  numberRuns,
  textWidth,
  wrap,
  type FontSizes,
} from '../scene/text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../scene/types.js';
import { rungsIn } from './rungs.js';

/** The ladder's share of the frame's width; the words have the rest. */
const part = 0.4;

interface Ladder {
  /** From a rank to the y of its rung's foot, in px; 0 is the ladder's top. */
  readonly y: ScaleLinear<number, number>;
  readonly rungs: number;
  readonly right: number;
}

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const [figure] = input.figures;
  const [list = ''] = stringsOf(input, 'list');
  const rungs = rungsIn(list);
  if (!figure || rungs === undefined) return [];
  const sizes = fontSizes(size);
  const drawn = state.state !== 'start';
  const key = keyMarks([...keyOf([figure], input.words), ...missingItems(input, size)], {
    width: size.width,
    fontSize: sizes.small,
  });
  const y = scaleLinear([0, rungs], [key.height + sizes.label + 16, size.height - 4]);
  const ladder = { y, rungs, right: size.width * part };
  return [
    ...key.marks,
    {
      type: 'text',
      key: 'list',
      className: 'c-label',
      x: 0,
      y: 0,
      dx: 0,
      dy: key.height + sizes.label + 4,
      anchor: 'start',
      fontSize: sizes.label,
      runs: [{ text: `“${list}”` }, ...rendered(input, list, size, sizes)],
      verbatim: true,
    },
    ...room(figure, ladder, drawn),
    ...rungMarks(figure, ladder, drawn),
    ...words(input, figure, ladder, drawn, size, sizes),
  ];
}

/** Our rendering of the list's name, where there is room for it beside the name. */
function rendered(input: ChartInput, list: string, size: ChartSize, sizes: FontSizes): Run[] {
  const text = ` ${input.renderings?.[list] ?? ''}`;
  const width = textWidth(`“${list}”`, sizes.label) + textWidth(text, sizes.small);
  return text === ' ' || width > size.width ? [] : [{ text, fontSize: sizes.small }];
}

/** The target is somewhere in here: a shaded room from the first rung down to the one named. */
function room(figure: ChartFigure, { y, right }: Ladder, drawn: boolean): Mark[] {
  const top = y(0);
  const foot = drawn ? y(figure.value) : top;
  return [
    {
      type: 'rect',
      key: 'room',
      className: 'c-room',
      x: 0,
      y: top,
      width: right,
      height: foot - top,
      opacity: drawn ? 1 : 0,
    },
    // From the best place down to the one aimed at: anywhere along this line.
    ...(drawn
      ? [
          {
            type: 'line',
            key: 'reach',
            className: 'c-bracket',
            x1: right + 8,
            x2: right + 8,
            y1: top,
            y2: foot,
          } as const,
        ]
      : []),
    {
      type: 'line',
      key: 'target',
      className: `c-rank c-rank-${penOf(figure)}`,
      x1: 0,
      x2: right + 8,
      y1: foot,
      y2: foot,
      opacity: drawn ? 1 : 0,
    },
  ];
}

function rungMarks(figure: ChartFigure, { y, rungs, right }: Ladder, drawn: boolean): Mark[] {
  const fine = y(1) - y(0) < 3;
  const rail = (key: string, x: number): Mark => ({
    type: 'line',
    key,
    className: 'c-axis',
    x1: x,
    x2: x,
    y1: y(0),
    y2: y(rungs),
  });
  return [
    rail('rail.left', 0),
    rail('rail.right', right),
    ...range(rungs).map((i): Mark => {
      const middle = y(i + 0.5);
      const reached = drawn && i < figure.value;
      return {
        type: 'line',
        key: `rung.${i}`,
        className: `c-rung${reached ? ` c-rung-${penOf(figure)}` : ''}${fine ? ' c-rung-fine' : ''}`,
        x1: 0,
        x2: right,
        y1: middle,
        y2: middle,
      };
    }),
  ];
}

function words(
  input: ChartInput,
  figure: ChartFigure,
  ladder: Ladder,
  drawn: boolean,
  size: ChartSize,
  sizes: FontSizes,
): Mark[] {
  const { y, rungs, right } = ladder;
  const dx = 18;
  const hung = { type: 'text', x: right, dx, anchor: 'start' } as const;
  const soft = (key: string, text: string, at: number, dy: number): Mark => ({
    ...hung,
    key,
    className: 'c-soft',
    y: at,
    dy,
    fontSize: sizes.small,
    runs: [{ text }],
  });
  // The words stand half-way down the room, between the ladder's two ends.
  const width = size.width - right - dx - 2;
  const subject = wrap([{ type: 'text', text: figure.subjects.join('、') }], sizes.label, width);
  const line = sizes.label + 4;
  // As large as the words leave room for, between the lines at the ladder's two ends.
  const between = y(rungs) - y(0) - 2 * (sizes.small + 6);
  const left = between - subject.length * line - 8;
  const leading = leadingSizes(
    largestNumber(figure, sizes, { width, height: Math.min((y(rungs) - y(0)) * 0.3, left / 1.2) }),
    sizes,
  );
  const number = leading.value > sizes.value ? leading : sizes;
  const block = subject.length * line + number.value + 8;
  const from = -block / 2;
  const middle = y(rungs / 2);
  const below = from + subject.length * line + Math.round(number.value * 1.02) + 6;
  return [
    soft('best', `↑ ${input.words.rankBest}`, y(0), sizes.small - 2),
    ...subject.map((runs, i): Mark => ({
      ...hung,
      key: `subject.${i}`,
      className: 'c-label',
      y: middle,
      dy: from + (i + 1) * line,
      fontSize: sizes.label,
      runs,
    })),
    ...(drawn
      ? [
          {
            ...hung,
            key: 'value',
            className: 'c-value',
            y: middle,
            dy: below - 2,
            fontSize: number.value,
            runs: numberRuns(figure, number),
          } as const,
        ]
      : []),
    soft('last', input.words.rankLast, y(rungs), -2),
  ];
}
