/**
 * How a number's limits are drawn, in one place for every kind.
 *
 * The pen says what kind of statement a number is: reported is solid, a target is outlined, a strive is hatched from the target that
 * it goes beyond (where there is one), our own arithmetic is a thin dashed outline. Shape and stroke carry it, colour only helps.
 * The end says the limit: `=` is a plain edge, `>=` runs on in an open arrow, `>` does so behind a hollow cap, `<=` is a shaded room
 * under a ceiling line without a marker in it. A threshold stands on a heavy edge, its floor. Knows bars from left to right; knows no
 * kind.
 */
import { max } from 'd3';
import type { ChartFigure, ChartInput, ChartSize } from './types.js';
import { missingNames, type ChartWords } from '../../format/chart-words.js';
import { stringsOf } from './options.js';
import type { GlyphMark, Mark, RectMark, Run } from './scene.js';
import { linkTo, runsWidth } from './text.js';

/** How a chart draws a figure's marks; part of their class names. */
export type Pen = 'reported' | 'target' | 'strive' | 'derived';

export function penOf(figure: ChartFigure): Pen {
  if (figure.source === 'derived') return 'derived';
  if (figure.comparator === 'strive') return 'strive';
  return kindPen(figure);
}

/** The pen by kind alone, whatever the limit: for pictures that show where numbers are and not how large. */
export const kindPen = (figure: ChartFigure): 'reported' | 'target' =>
  figure.kind === 'reported' || figure.kind === 'ceiling' ? 'reported' : 'target';

/** What kind of statement a number is, in a word. */
export function statementWord({ source, kind, comparator }: ChartFigure, words: ChartWords): string {
  if (source === 'derived') return words.derived;
  if (comparator === '<=') return words.ceiling;
  if (comparator === 'strive') return words.strive;
  if (kind === 'threshold') return words.threshold;
  if (kind === 'scale') return words.scale;
  return kind === 'target' ? words.target : words.reported;
}

export interface BarGeometry {
  readonly key: string;
  /** Where the bar begins and where its number is. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
  readonly opacity?: number;
}

/** Room that an open arrow needs beyond its number, in pixels. */
export const arrowReach = 26;

/** One number as a bar with its comparator. The solid or outlined part always bears the key `<key>.bar`. */
export function barMarks(figure: ChartFigure, bar: BarGeometry): Mark[] {
  const pen = penOf(figure);
  const opacity = bar.opacity ?? 1;
  const body: RectMark = {
    type: 'rect',
    key: `${bar.key}.bar`,
    className: `c-pen c-pen-${pen}`,
    x: bar.from,
    y: bar.y,
    width: Math.max(0, bar.to - bar.from),
    height: bar.height,
    opacity,
    ...(pen === 'strive' ? { pattern: 'stretch' as const } : {}),
  };
  const floor = figure.kind === 'threshold' ? [floorEdge(bar, opacity)] : [];
  switch (figure.comparator) {
    case '=':
    case 'strive':
      return [body, ...floor];
    case '>=':
      return [body, ...floor, arrow(bar, pen, opacity)];
    case '>':
      return [body, ...floor, arrow(bar, pen, opacity), hollowCap(bar, pen, opacity)];
    case '<=':
      return roomMarks(bar, opacity);
  }
}

/** A threshold's number is a floor: a heavy edge at the number says that the value is not to fall below it. */
const floorEdge = (bar: BarGeometry, opacity: number): Mark => ({
  type: 'line',
  key: `${bar.key}.floor`,
  className: 'c-floor',
  x1: bar.to,
  x2: bar.to,
  y1: bar.y - 1,
  y2: bar.y + bar.height + 1,
  opacity,
});

/** The value is somewhere below a ceiling: a shaded room that ends at the ceiling's line. */
export function roomMarks(bar: BarGeometry, opacity = bar.opacity ?? 1): Mark[] {
  return [
    {
      type: 'rect',
      key: `${bar.key}.room`,
      className: 'c-room',
      x: bar.from,
      y: bar.y,
      width: Math.max(0, bar.to - bar.from),
      height: bar.height,
      opacity,
    },
    {
      type: 'line',
      key: `${bar.key}.ceiling`,
      className: 'c-ceiling',
      x1: bar.to,
      x2: bar.to,
      y1: bar.y - bar.height * 0.1,
      y2: bar.y + bar.height * 1.1,
      opacity,
    },
  ];
}

const openArrow = 'M3 0H22M15 -6L22 0L15 6';

function arrow(bar: BarGeometry, pen: Pen, opacity: number): GlyphMark {
  return {
    type: 'glyph',
    key: `${bar.key}.arrow`,
    className: `c-stroke c-stroke-${pen}`,
    x: bar.to,
    y: bar.y + bar.height / 2,
    d: openArrow,
    reach: [0, -7, 24, 7],
    opacity,
  };
}

function hollowCap(bar: BarGeometry, pen: Pen, opacity: number): GlyphMark {
  return {
    type: 'glyph',
    key: `${bar.key}.cap`,
    className: `c-hollow c-stroke-${pen}`,
    x: bar.to,
    y: bar.y + bar.height / 2,
    d: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
    reach: [-6, -6, 6, 6],
    opacity,
  };
}

/** One entry of a chart's key: a small sample (a path `d` in px, from its baseline) and the word that explains it. */
export interface KeyItem {
  readonly id: string;
  readonly className: string;
  readonly d: string;
  readonly word: string;
  readonly runs?: readonly Run[];
}

const swatch = 'M0 -8H12V2H0Z';
const items: Record<string, Omit<KeyItem, 'word' | 'id'>> = {
  reported: { className: 'c-pen c-pen-reported', d: swatch },
  target: { className: 'c-pen c-pen-target', d: swatch },
  threshold: { className: 'c-pen c-pen-target', d: `${swatch}M11.5 -8V2M10.5 -8V2` },
  strive: { className: 'c-stroke c-stroke-strive', d: 'M0 -8H12V2H0ZM0 2L10 -8M5 2L12 -5M0 -3L5 -8' },
  derived: { className: 'c-stroke c-stroke-derived', d: 'M0 -1H13' },
  rate: { className: 'c-pen c-pen-reported', d: 'M0 -3H12V1H0Z' },
  orMore: { className: 'c-stroke c-stroke-target', d: 'M0 -3H11M6 -8L11 -3L6 2' },
  above: {
    className: 'c-stroke c-stroke-target',
    d: 'M-1 -3a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M5 -3H12M8 -7L12 -3L8 1',
  },
  ceiling: { className: 'c-room', d: swatch },
  missing: { className: 'c-blank', d: swatch },
};

export function keyItem(name: string, word: string): KeyItem {
  const item = items[name];
  if (!item) throw new Error(`no key item is called ${name}`);
  return { id: name, word, ...item };
}

/** The key of a picture: an entry for each pen, then for each limit that its figures use. */
export function keyOf(figures: readonly ChartFigure[], words: ChartWords): KeyItem[] {
  const has = (test: (figure: ChartFigure) => boolean) => figures.some(test);
  const entries: [boolean, string, string][] = [
    [has((f) => penOf(f) === 'reported' && f.comparator !== '<='), 'reported', words.reported],
    [has((f) => penOf(f) === 'target' && f.kind !== 'threshold'), 'target', words.target],
    [has((f) => f.kind === 'threshold'), 'threshold', words.threshold],
    [has((f) => penOf(f) === 'strive'), 'strive', words.strive],
    [has((f) => f.comparator === '>='), 'orMore', words.orMore],
    [has((f) => f.comparator === '>'), 'above', words.above],
    [has((f) => f.comparator === '<='), 'ceiling', words.ceiling],
    [has((f) => f.source === 'derived'), 'derived', words.derived],
  ];
  return entries.filter(([wanted]) => wanted).map(([, name, word]) => keyItem(name, word));
}

/** In lower frames, in px, every line of a key is one that the picture needs. */
const lowFrame = 240;

/** What the report leaves open about a picture's numbers: an empty frame and its name, after the key's other entries. */
export const missingItems = (input: ChartInput, { height }: ChartSize): KeyItem[] =>
  stringsOf(input, height < lowFrame ? '' : 'missing').flatMap((name) => {
    const known = missingNames.find((candidate) => candidate === name);
    return known ? [{ ...keyItem('missing', input.words.missing[known]), id: `missing.${known}` }] : [];
  });

export interface KeyArea {
  readonly width: number;
  readonly fontSize: number;
  /** The y of the key's foot, in px; without it the key hangs from the frame's top. */
  readonly bottom?: number;
}

/** Sets the key in lines along the top or the foot of the chart's frame; `width` and `height` are what it takes and `last` is what its last line takes, in px. */
export function keyMarks(
  key: readonly KeyItem[],
  area: KeyArea,
): { readonly marks: Mark[]; readonly height: number; readonly width: number; readonly last: number } {
  const line = area.fontSize + 6;
  let left = 0;
  let row = 1;
  const items = key.map((item) => {
    const runs: Run[] = [{ text: item.word }, ...(item.runs ?? [])];
    const width = runsWidth(runs, area.fontSize) + 17;
    if (left > 0 && left + width > area.width) {
      left = 0;
      row += 1;
    }
    const at = { item, runs, left, row, width };
    left += width + 10;
    return at;
  });
  const height = key.length === 0 ? 0 : row * line;
  const marks = items.flatMap(({ item, runs, left: dx, row: of }): Mark[] => {
    // Both hang on the frame's edge by pixels, so that they stay together at any width.
    const hung = {
      x: 0,
      y: area.bottom ?? 0,
      dy: of * line - 4 - (area.bottom === undefined ? 0 : height),
    };
    return [
      {
        type: 'glyph',
        key: `key.${item.id}.mark`,
        className: item.className,
        ...hung,
        dx,
        d: item.d,
        reach: [0, -9, 13, 3],
      },
      {
        type: 'text',
        key: `key.${item.id}.word`,
        className: 'c-soft',
        ...hung,
        dx: dx + 17,
        anchor: 'start',
        fontSize: area.fontSize,
        runs,
      },
    ];
  });
  const last = items.at(-1);
  return {
    marks,
    height,
    width: max(items, (item) => item.left + item.width) ?? 0,
    last: last ? last.left + last.width : 0,
  };
}

/** A figure as a small square, filled or hollow by kind, for pictures that show where in the report numbers are. `radius`: half its side, in px. */
export function figureGlyph(figure: ChartFigure, x: number, y: number, radius: number): GlyphMark {
  const half = Math.round(radius * 10) / 10;
  return {
    type: 'glyph',
    key: `figure.${figure.id}`,
    className: `c-lit c-pen c-pen-${kindPen(figure)}`,
    x,
    y,
    d: `M${-half} ${-half}h${half * 2}v${half * 2}h${-half * 2}Z`,
    reach: [-half - 1, -half - 1, half + 1, half + 1],
    link: { ...linkTo(figure), label: `${figure.subjects.join(' ')} ${figure.printed}`.trim() },
  };
}
