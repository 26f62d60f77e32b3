/**
 * A list of ranks as a ladder, the best on top, with the room that a target leaves: from the first rung down to the one named.
 * Nothing marks a present place: the report gives none, and the target is a room and no point.
 */
import { keyMarks, keyOf, penOf } from '../grammar.js';
import type { Mark, Run, Scene } from '../scene.js';
import { numberRuns, plainTexts, textWidth, typeSizes, wrap, type TypeSizes } from '../text.js';
import type { ChartFigure, ChartInput, ChartSize, ChartState } from '../types.js';
import { rungsIn } from './rungs.js';

/** The ladder's part of the frame; the words have the rest. */
const part = 0.4;

interface Ladder {
  readonly top: number;
  readonly step: number;
  readonly rungs: number;
  readonly right: number;
}

export function layout(input: ChartInput, state: ChartState, size: ChartSize): Scene {
  const [figure] = input.figures;
  const [list = ''] = plainTexts(input.options['list']);
  const rungs = rungsIn(list);
  if (!figure || rungs === undefined) return [];
  const sizes = typeSizes(size);
  const drawn = state.state !== 'start';
  const key = keyMarks(keyOf([figure], input.words), { width: size.width, size: sizes.small });
  const top = key.height + sizes.label + 16;
  const ladder = { top, rungs, step: (size.height - top - 4) / rungs, right: size.width * part };
  return [
    ...key.marks,
    {
      type: 'text',
      key: 'list',
      klass: 'c-label',
      x: 0,
      y: 0,
      dx: 0,
      dy: key.height + sizes.label + 4,
      anchor: 'start',
      size: sizes.label,
      runs: [{ text: `“${list}”` }, ...rendered(input, list, size, sizes)],
      verbatim: true,
    },
    ...room(figure, ladder, drawn),
    ...rungMarks(figure, ladder, drawn),
    ...words(input, figure, ladder, drawn, size, sizes),
  ];
}

/** Our rendering of the list's name, where there is room for it beside the name. */
function rendered(input: ChartInput, list: string, size: ChartSize, sizes: TypeSizes): Run[] {
  const text = ` ${input.renderings?.[list] ?? ''}`;
  const width = textWidth(`“${list}”`, sizes.label) + textWidth(text, sizes.small);
  return text === ' ' || width > size.width ? [] : [{ text, size: sizes.small }];
}

/** Somewhere in here: from the first rung to the one named. */
function room(figure: ChartFigure, { top, step, right }: Ladder, drawn: boolean): Mark[] {
  const height = drawn ? figure.value * step : 0;
  return [
    {
      type: 'rect',
      key: 'room',
      klass: 'c-room',
      x: 0,
      y: top,
      width: right,
      height,
      opacity: drawn ? 1 : 0,
    },
    // From the best place down to the one aimed at: anywhere along this line.
    ...(drawn
      ? [
          {
            type: 'line',
            key: 'reach',
            klass: 'c-bracket',
            x1: right + 8,
            x2: right + 8,
            y1: top,
            y2: top + height,
          } as const,
        ]
      : []),
    {
      type: 'line',
      key: 'target',
      klass: `c-rank c-rank-${penOf(figure)}`,
      x1: 0,
      x2: right + 8,
      y1: top + height,
      y2: top + height,
      opacity: drawn ? 1 : 0,
    },
  ];
}

function rungMarks(figure: ChartFigure, { top, step, rungs, right }: Ladder, drawn: boolean): Mark[] {
  const rail = (key: string, x: number): Mark => ({
    type: 'line',
    key,
    klass: 'c-axis',
    x1: x,
    x2: x,
    y1: top,
    y2: top + rungs * step,
  });
  return [
    rail('rail.left', 0),
    rail('rail.right', right),
    ...Array.from({ length: rungs }, (_, i): Mark => {
      const y = top + (i + 0.5) * step;
      const reached = drawn && i < figure.value;
      return {
        type: 'line',
        key: `rung.${i}`,
        klass: `c-rung${reached ? ` c-rung-${penOf(figure)}` : ''}${step < 3 ? ' c-rung-fine' : ''}`,
        x1: 0,
        x2: right,
        y1: y,
        y2: y,
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
  sizes: TypeSizes,
): Mark[] {
  const { top, step, rungs, right } = ladder;
  const dx = 18;
  const place = { type: 'text', x: right, dx, anchor: 'start' } as const;
  const soft = (key: string, text: string, y: number, dy: number): Mark => ({
    ...place,
    key,
    klass: 'c-soft',
    y,
    dy,
    size: sizes.small,
    runs: [{ text }],
  });
  // The words stand half-way down the room, between the ladder's two ends.
  const width = size.width - right - dx - 2;
  const subject = wrap([{ type: 'text', text: figure.subjects.join('、') }], sizes.label, width);
  const note = wrap([{ type: 'text', text: input.words.rankNotGiven }], sizes.small, width);
  const [line, small] = [sizes.label + 4, sizes.small + 4];
  const block = subject.length * line + sizes.value + 8 + note.length * small;
  const from = -block / 2;
  const y = top + (rungs * step) / 2;
  const below = from + subject.length * line + sizes.value + 6;
  return [
    soft('best', `↑ ${input.words.rankBest}`, top, sizes.small - 2),
    ...subject.map((runs, i): Mark => ({
      ...place,
      key: `subject.${i}`,
      klass: 'c-label',
      y,
      dy: from + (i + 1) * line,
      size: sizes.label,
      runs,
    })),
    ...(drawn
      ? [
          {
            ...place,
            key: 'value',
            klass: 'c-value',
            y,
            dy: below - 2,
            size: sizes.value,
            runs: numberRuns(figure, sizes),
          } as const,
        ]
      : []),
    ...note.map((runs, i): Mark => ({
      ...place,
      key: `note.${i}`,
      klass: 'c-soft',
      y,
      dy: below + (i + 1) * small,
      size: sizes.small,
      runs,
    })),
    soft('last', input.words.rankLast, top + rungs * step, -2),
  ];
}
