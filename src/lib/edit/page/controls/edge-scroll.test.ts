import { describe, expect, it } from 'vitest';
import { scrollDelta } from './edge-scroll.js';

describe('what is held near an edge scrolls the box', () => {
  it.each([
    ['in the middle', 500, 0],
    ['at the inner end of the upper band', 300, 0],
    ['halfway up in it', 200, -13],
    ['at the upper edge', 100, -25],
    ['above the box', -400, -25],
    ['halfway down in the lower band', 1000, 13],
    ['below the box', 2000, 25],
  ])('%s', (_where, y, step) => {
    expect(scrollDelta(y, { top: 100, bottom: 1100 })).toBe(step);
  });
});
