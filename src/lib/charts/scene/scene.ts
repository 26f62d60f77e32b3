/**
 * A picture as plain values: keyed marks with numeric geometry, and nothing else. Layouts write scenes, one renderer
 * draws them, and one function lies between two of them, so that no chart kind has a motion of its own.
 *
 * Geometry is in CSS pixels of the drawing area that the layout was given. `x`, `y`, `width` and `height` grow with the
 * area; text sizes, glyph paths and the offsets `dx`/`dy` don't. That is what lets one prerendered picture be right at
 * any width without script: the renderer prints the former as percentages and the latter as pixels.
 */
import type { Span } from '../../story/types.js';
import type { ChartInput, ChartSize, ChartState } from './types.js';

/** A mark or label that opens a number's source. */
export interface Link {
  readonly id: string;
  readonly source: 'figure' | 'derived';
  readonly href: string;
  /** The number in words, for a mark that bears no text of its own. */
  readonly label?: string;
}

/** Hatchings, which tell fills apart without colour. `lost`: what a fall took away; `stretch`: what is striven for. */
export type PatternName = 'lost' | 'stretch';

/** A stretch of a text line that is set in one way; without `fontSize` (px) it takes its line's. */
export interface Run {
  readonly text: string;
  readonly fontSize?: number;
  readonly className?: string;
  readonly link?: Link;
}

interface Base {
  /** Unique in a scene; the same thing in two scenes bears the same key. */
  readonly key: string;
  /** What it looks like: classes of the charts' style sheets. */
  readonly className: string;
  readonly opacity?: number;
  readonly link?: Link;
}

export interface RectMark extends Base {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of its corners, in px. */
  readonly radius?: number;
  readonly pattern?: PatternName;
}

export interface LineMark extends Base {
  readonly type: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A path in pixels, hung on a point: arrow heads, caps, ticks, lit figures. It keeps its size and shape. */
export interface GlyphMark extends Base {
  readonly type: 'glyph';
  readonly x: number;
  readonly y: number;
  readonly dx?: number;
  readonly dy?: number;
  readonly d: string;
  /** How far the path reaches from the point, for those who check that it stays in the frame. */
  readonly reach: readonly [left: number, top: number, right: number, bottom: number];
}

/** A path in a box that stretches with the chart's frame; its strokes keep their width. */
export interface PathMark extends Base {
  readonly type: 'path';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In parts of the box: 1 is its width or its height. */
  readonly d: string;
}

/** `count` equal cells in reading order, `columns` to a row. Each row is one dashed line, so that ten thousand cost as little as ten. */
export interface FieldMark extends Base {
  readonly type: 'field';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
  /** Dots stay round and leave room; cells fill the area. */
  readonly shape: 'dot' | 'ring' | 'cell';
}

/** `count` small shapes in a grid of square cells, in reading order: up to some hundreds, or a `plot` of any number. */
export interface PictogramMark extends Base {
  readonly type: 'pictogram';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
  /** Ends only: index of the cell in which it stands, from 0. */
  readonly first?: number;
  /** A plot's cells adjoin; `open`, `above` and `ceiling` are the ends that follow a last mark. */
  readonly shape: 'dot' | 'square' | 'house' | 'block' | 'plot' | 'open' | 'above' | 'ceiling';
  /** Hatched: striven for. */
  readonly struck?: boolean;
  /** Ends only: stands right after the shape before `first`, and not in a cell of its own. */
  readonly beside?: boolean;
  /** Ends only: how long it is, in cells. */
  readonly cells?: number;
}

export interface TextMark extends Base {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fontSize: number;
  readonly runs: readonly Run[];
  /** The report's own words, numerals and all. */
  readonly verbatim?: boolean;
}

export type Mark = RectMark | LineMark | GlyphMark | PathMark | FieldMark | PictogramMark | TextMark;
export type Scene = readonly Mark[];

/** A kind's picture of a state: a pure function, for any size. */
export type SceneLayout = (input: ChartInput, state: ChartState, size: ChartSize) => Scene;

/** How many rows of a grid are full, and how many cells stand in the row after them. */
export function fieldRows(count: number, columns: number): { readonly full: number; readonly rest: number } {
  const whole = Math.max(0, Math.round(count));
  return { full: Math.floor(whole / columns), rest: whole % columns };
}

/** The cell of a field in which the nth item (from 0) stands. */
export function fieldCell(index: number, columns: number): { readonly column: number; readonly row: number } {
  return { column: index % columns, row: Math.floor(index / columns) };
}

export const contains = (span: Span, at: number) => at >= span.start && at < span.end;
