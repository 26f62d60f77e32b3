/**
 * How large words are set so that they fill their stage: the largest of some sizes at which they still fit a box of the stage's usual
 * proportions, found by breaking them into lines as a browser would. Sizes are parts of the box's width, so one of them is right on
 * every screen; the style sheet has a class for each (words.css), and lets boxes of other proportions, lower ones above all, have less.
 */
import { textWidth } from './text.js';

/** Font sizes in hundredths of the stage's width: `c-size-3` in words.css is the third. */
export const typeSizes: readonly number[] = [
  2.2, 2.5, 2.8, 3.2, 3.6, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9, 10, 11.5, 13, 15, 17,
];

/** The stage's height in hundredths of its width, a little lower than stages are. */
const usualHeight = 86;

/** Blocks of words below each other. */
export interface Setting {
  readonly texts: readonly string[];
  /** The height of a line, the air round each text above and below, and the room beside it: in font sizes. */
  readonly leading: number;
  readonly air: number;
  readonly beside: number;
  /** How wide the column is in which they stand, in hundredths of the stage's width; all of it where none is given. */
  readonly width?: number;
  /** What stands above and is set in another size: lines of it, in font sizes of these. */
  readonly above?: number;
}

/** @returns the class of the largest size that fits, or of the smallest */
export const sizeClass = (fits: (size: number) => boolean): string =>
  `c-size-${Math.max(0, typeSizes.findLastIndex(fits)) + 1}`;

/** For texts below each other, each broken into lines. */
export function stackedSize({ texts, leading, air, beside, above = 0, width = 100 }: Setting): string {
  return sizeClass((size) => {
    const room = width - beside * size;
    const lines = texts.map((text) => linesOf(text, size, room));
    // Text that is broken in the middle of a word is too large, whatever the height.
    const whole = texts.every((text) => longestWord(text) * size <= room);
    const height = lines.reduce((sum, count) => sum + count * leading + air, above) * size;
    return whole && height <= usualHeight;
  });
}

/** For short texts side by side, each in a frame of its own, none of them broken. */
export function flowingSize({ texts, leading, air, beside, above = 0 }: Omit<Setting, 'width'>): string {
  return sizeClass((size) => {
    let [rows, used] = [1, 0];
    for (const text of texts) {
      const width = (textWidth(text, 1) + beside) * size;
      if (width > 100) return false;
      if (used > 0 && used + width > 100) [rows, used] = [rows + 1, 0];
      used += width;
    }
    return (rows * (leading + air) + above) * size <= usualHeight;
  });
}

const pieces = (text: string) => text.match(/[A-Za-z0-9.,’'“”()%-]+\s*|[^]/gu) ?? [];
const longestWord = (text: string) => Math.max(0, ...pieces(text).map((piece) => textWidth(piece.trim(), 1)));

/** How many lines a text takes, at a font size in a room of the same unit. */
export function linesOf(text: string, size: number, room: number): number {
  let [lines, used] = [1, 0];
  for (const piece of pieces(text)) {
    const width = textWidth(piece, size);
    if (used > 0 && used + width > room) [lines, used] = [lines + 1, 0];
    used += width;
  }
  return lines;
}
