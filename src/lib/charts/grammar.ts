/**
 * How a number's limits are drawn, in one place for every kind.
 *
 * Two pens: what is reported is solid, what is a target is outlined; shape and stroke carry it, colour only helps.
 * `=` ends in a plain edge · `>=` runs on in an open arrow · `>` does so behind a hollow cap · `<=` is a shaded room
 * under a ceiling line, without a marker in it · a threshold stands on a heavy edge, its floor · a strive is hatched, from the target that it goes beyond where there is
 * one · our own arithmetic is a thin dashed outline. Knows bars from left to right; knows no kind.
 */
import type { ChartFigure, ChartWords } from './types.js';
import type { GlyphMark, Mark, RectMark, Run } from './scene.js';
import { linkTo, runsWidth } from './text.js';

export type Pen = 'reported' | 'target' | 'strive' | 'derived';

export function penOf(figure: ChartFigure): Pen {
  if (figure.source === 'derived') return 'derived';
  if (figure.comparator === 'strive') return 'strive';
  return kindPen(figure);
}

/** Result or target, whatever its limit: for pictures that show where numbers are and not how large. */
export const kindPen = (figure: ChartFigure): 'reported' | 'target' =>
  figure.kind === 'reported' || figure.kind === 'ceiling' ? 'reported' : 'target';

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
    klass: `c-pen c-pen-${pen}`,
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

/** Not to fall below this: the edge at the number is the heavy one. */
const floorEdge = (bar: BarGeometry, opacity: number): Mark => ({
  type: 'line',
  key: `${bar.key}.floor`,
  klass: 'c-floor',
  x1: bar.to,
  x2: bar.to,
  y1: bar.y - 1,
  y2: bar.y + bar.height + 1,
  opacity,
});

/** Somewhere in here: a shaded room that ends at a ceiling. */
export function roomMarks(bar: BarGeometry, opacity = bar.opacity ?? 1): Mark[] {
  return [
    {
      type: 'rect',
      key: `${bar.key}.room`,
      klass: 'c-room',
      x: bar.from,
      y: bar.y,
      width: Math.max(0, bar.to - bar.from),
      height: bar.height,
      opacity,
    },
    {
      type: 'line',
      key: `${bar.key}.ceiling`,
      klass: 'c-ceiling',
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
    klass: `c-stroke c-stroke-${pen}`,
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
    klass: `c-hollow c-stroke-${pen}`,
    x: bar.to,
    y: bar.y + bar.height / 2,
    d: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
    reach: [-6, -6, 6, 6],
    opacity,
  };
}

/** A word of the key beside the mark that it explains. */
export interface KeyItem {
  readonly id: string;
  readonly klass: string;
  readonly d: string;
  readonly word: string;
  readonly runs?: readonly Run[];
}

const swatch = 'M0 -8H12V2H0Z';
const items: Record<string, Omit<KeyItem, 'word' | 'id'>> = {
  reported: { klass: 'c-pen c-pen-reported', d: swatch },
  target: { klass: 'c-pen c-pen-target', d: swatch },
  threshold: { klass: 'c-pen c-pen-target', d: `${swatch}M11.5 -8V2M10.5 -8V2` },
  strive: { klass: 'c-stroke c-stroke-strive', d: 'M0 -8H12V2H0ZM0 2L10 -8M5 2L12 -5M0 -3L5 -8' },
  derived: { klass: 'c-stroke c-stroke-derived', d: 'M0 -1H13' },
  rate: { klass: 'c-pen c-pen-reported', d: 'M0 -3H12V1H0Z' },
  orMore: { klass: 'c-stroke c-stroke-target', d: 'M0 -3H11M6 -8L11 -3L6 2' },
  above: {
    klass: 'c-stroke c-stroke-target',
    d: 'M-1 -3a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M5 -3H12M8 -7L12 -3L8 1',
  },
  ceiling: { klass: 'c-room', d: swatch },
};

export function keyItem(name: string, word: string): KeyItem {
  const item = items[name];
  if (!item) throw new Error(`no key item is called ${name}`);
  return { id: name, word, ...item };
}

/** What the figures of a picture need explained: pens first, then limits. */
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

export interface KeyPlace {
  readonly width: number;
  readonly size: number;
  /** Hangs from the top of the frame, or stands on this bottom. */
  readonly bottom?: number;
}

/** The key in lines along an edge of the frame; `height` is what it takes. */
export function keyMarks(
  key: readonly KeyItem[],
  place: KeyPlace,
): { readonly marks: Mark[]; readonly height: number; readonly width: number } {
  const line = place.size + 6;
  let left = 0;
  let row = 1;
  const placed = key.map((item) => {
    const runs: Run[] = [{ text: item.word }, ...(item.runs ?? [])];
    const width = runsWidth(runs, place.size) + 17;
    if (left > 0 && left + width > place.width) {
      left = 0;
      row += 1;
    }
    const at = { item, runs, left, row, width };
    left += width + 10;
    return at;
  });
  const height = key.length === 0 ? 0 : row * line;
  const marks = placed.flatMap(({ item, runs, left: dx, row: of }): Mark[] => {
    // Both hang on the frame's edge by pixels, so that they stay together at any width.
    const hung = {
      x: 0,
      y: place.bottom ?? 0,
      dy: of * line - 4 - (place.bottom === undefined ? 0 : height),
    };
    return [
      {
        type: 'glyph',
        key: `key.${item.id}.mark`,
        klass: item.klass,
        ...hung,
        dx,
        d: item.d,
        reach: [0, -9, 13, 3],
      },
      {
        type: 'text',
        key: `key.${item.id}.word`,
        klass: 'c-soft',
        ...hung,
        dx: dx + 17,
        anchor: 'start',
        size: place.size,
        runs,
      },
    ];
  });
  return { marks, height, width: Math.max(0, ...placed.map((item) => item.left + item.width)) };
}

/** A figure's dot, filled or hollow, for pictures that light numbers up. */
export function figureGlyph(figure: ChartFigure, x: number, y: number, radius: number): GlyphMark {
  const half = Math.round(radius * 10) / 10;
  return {
    type: 'glyph',
    key: `figure.${figure.id}`,
    klass: `c-lit c-pen c-pen-${kindPen(figure)}`,
    x,
    y,
    d: `M${-half} ${-half}h${half * 2}v${half * 2}h${-half * 2}Z`,
    reach: [-half - 1, -half - 1, half + 1, half + 1],
    link: { ...linkTo(figure), label: `${figure.subjects.join(' ')} ${figure.printed}`.trim() },
  };
}
