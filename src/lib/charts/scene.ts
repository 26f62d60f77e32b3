/**
 * A picture as plain values: keyed marks with numeric geometry, and nothing else. Layouts write scenes, one renderer
 * draws them, and one function lies between two of them, so that no chart kind has a motion of its own.
 *
 * Geometry is in CSS pixels of the drawing area that the layout was given. `x`, `y`, `width` and `height` grow with the
 * area; text sizes, glyph paths and the offsets `dx`/`dy` don't. That is what lets one prerendered picture be right at
 * any width without script: the renderer prints the former as percentages and the latter as pixels.
 */
import type { Span } from '../story/types.js';
import type { ChartInput, ChartSize, ChartState } from './types.js';

/** A mark or label that opens a number's source. */
export interface Link {
  readonly id: string;
  readonly source: 'figure' | 'derived';
  readonly href: string;
  /** The number in words, for a mark that bears no text of its own. */
  readonly label?: string;
}

/** Fills that survive without colour. */
export type PatternName = 'lost' | 'stretch';

/** A piece of a text line, with a size of its own where it differs from its line. */
export interface Run {
  readonly text: string;
  readonly size?: number;
  readonly klass?: string;
  readonly link?: Link;
}

interface Base {
  /** Unique in a scene; the same thing in two scenes bears the same key. */
  readonly key: string;
  /** What it looks like: classes of charts.css. */
  readonly klass: string;
  readonly opacity?: number;
  readonly link?: Link;
}

export interface RectMark extends Base {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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

/** `count` equal cells in reading order, `columns` to a row: drawn as dashed rows, so that ten thousand cost as little as ten. */
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

/** `count` marks with a shape of their own in a grid of square cells, in reading order: some hundreds, or a plot of any number. */
export interface DrawnMark extends Base {
  readonly type: 'drawn';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
  /** Ends only: the cell in which it stands. */
  readonly first?: number;
  /** A plot's cells adjoin; `open`, `above` and `ceiling` are the ends that follow a last mark. */
  readonly shape: 'dot' | 'square' | 'house' | 'block' | 'plot' | 'open' | 'above' | 'ceiling';
  /** Hatched: striven for. */
  readonly struck?: boolean;
  /** Ends only: beside the mark before `first`, not in the next cell, and in so many cells' size. */
  readonly beside?: boolean;
  readonly cells?: number;
}

export interface TextMark extends Base {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly runs: readonly Run[];
  /** The report's own words, numerals and all. */
  readonly verbatim?: boolean;
}

export type Mark = RectMark | LineMark | GlyphMark | FieldMark | DrawnMark | TextMark;
export type Scene = readonly Mark[];

/** A kind's picture of a state: a pure function, for any size. */
export type SceneLayout = (input: ChartInput, state: ChartState, size: ChartSize) => Scene;

/** Rows of a field that are full, and what is left for the last one. */
export function fieldRows(count: number, columns: number): { readonly full: number; readonly rest: number } {
  const whole = Math.max(0, Math.round(count));
  return { full: Math.floor(whole / columns), rest: whole % columns };
}

/** The cell of a field in which the nth item (from 0) stands. */
export function fieldCell(index: number, columns: number): { readonly column: number; readonly row: number } {
  return { column: index % columns, row: Math.floor(index / columns) };
}

export const contains = (span: Span, at: number) => at >= span.start && at < span.end;
