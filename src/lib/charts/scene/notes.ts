/**
 * Notes of ours on a picture: a few words in the pen's voice beside the mark that they speak of, with a thin leader down to its edge.
 * A note takes the room that a row's own labels leave; where there is none it gives way, for the step says it too. Knows no kind.
 */
import { sort } from 'd3';
import type { ChartFigure, ChartState, ChartText } from './types.js';
import type { Mark } from './scene.js';
import { runsWidth, textBox, wrap, type FontSizes } from './text.js';
import type { rowLabels, Row } from './rows.js';

/** The number that a state points at, which is set large and bears its note: the highlighted one, else the last that is drawn. */
export const leadOf = (state: ChartState, drawn: readonly ChartFigure[]): string | undefined =>
  state.highlight ?? state.through ?? drawn.at(-1)?.id;

/** Room in px between a leader and its words, and between words and labels. */
const gap = 9;
const clear = 12;

interface Place {
  readonly key: string;
  readonly row: Pick<Row, 'top' | 'y'>;
  /** The mark's upper edge, where that is not the row's own bar's, in px. */
  readonly edge?: number;
  readonly labels: ReturnType<typeof rowLabels>;
  /** Where the mark lies, from left to right in px: the leader meets its upper edge as near to its end as there is room. */
  readonly from: number;
  readonly to: number;
  /** How far right of that the leader may still meet it, where what was lost is drawn there too. */
  readonly until?: number;
  readonly width: number;
}

export function noteMarks(text: ChartText | undefined, place: Place, sizes: FontSizes): Mark[] {
  const { row, labels, edge = place.row.y } = place;
  const foot = labels.values[0]?.dy ?? labels.subjects[0]?.dy ?? 0;
  if (!text || foot >= 0) return [];
  // A subject that stands over its numbers leaves their line free.
  const beside = labels.subjects.filter(({ dy }) => dy === foot);
  const over = labels.subjects.filter(({ dy }) => dy !== foot);
  const left = Math.max(0, ...beside.map((mark) => textBox(mark).right)) + clear;
  const right = Math.min(place.width, ...labels.values.map((mark) => textBox(mark).left)) - clear;
  const at = Math.min(Math.max(place.to, Math.min(left, place.until ?? 0)), right - gap);
  if (at < Math.max(place.from, left - clear / 2) || at > Math.max(place.to, place.until ?? 0)) return [];
  const fontSize = sizes.label > 16 ? sizes.label : sizes.small;
  const line = fontSize * 1.25;
  const free = Math.min(row.y - row.top, ...over.map((mark) => row.y - textBox(mark).bottom)) + foot;
  const most = Math.min(2, Math.floor(free / line));
  const sides = (
    [
      { side: 'end', room: at - gap - left },
      { side: 'start', room: right - at - gap },
    ] as const
  ).flatMap(({ side, room }) => {
    const lines = room < fontSize * 3 ? [] : wrap(text, fontSize, room);
    const fits = lines.every((runs) => runsWidth(runs, fontSize) <= room + fontSize / 2);
    return lines.length > 0 && lines.length <= most && fits ? [{ side, lines }] : [];
  });
  const [best] = sort(sides, ({ lines }) => lines.length);
  if (!best) return [];
  const { side, lines } = best;
  const out = side === 'end' ? -1 : 1;
  // High above the mark where its row is high, so that the leader leads.
  const base = foot - Math.max(0, free - lines.length * line) * 0.3;
  const up = base - fontSize * 0.34;
  return [
    {
      type: 'glyph',
      key: `${place.key}.leader`,
      className: 'c-leader',
      x: at,
      y: row.y,
      d: `M${out * (gap - 3)} ${up}H0V${edge > row.y ? 0 : -2.5}`,
      reach: [-gap, up, gap, 0],
    },
    ...(edge > row.y
      ? [
          {
            type: 'line',
            key: `${place.key}.line`,
            className: 'c-leader',
            x1: at,
            x2: at,
            y1: row.y,
            y2: edge,
          } satisfies Mark,
        ]
      : []),
    {
      type: 'glyph',
      key: `${place.key}.foot`,
      className: 'c-leader-foot',
      x: at,
      y: edge,
      d: 'M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z',
      reach: [-3, -3, 3, 3],
    },
    ...lines.map((runs, i): Mark => ({
      type: 'text',
      key: `${place.key}.${i}`,
      className: 'c-note',
      x: at,
      y: row.y,
      dx: out * gap,
      dy: base - (lines.length - 1 - i) * line,
      anchor: side,
      fontSize,
      runs,
    })),
  ];
}
