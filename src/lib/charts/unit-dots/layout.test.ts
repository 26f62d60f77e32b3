import { describe, expect, it } from 'vitest';
import { fieldPath } from '../field.js';
import { faults, pictures, testSizes } from '../testing.js';
import type { FieldMark } from '../scene.js';
import type { ChartInput, ChartSize } from '../types.js';
import { example, fewExample } from './example.js';
import { layout } from './layout.js';

function dots(input: ChartInput, state: string, size: ChartSize): FieldMark {
  const found = layout(input, { state }, size).find((mark) => mark.key === 'dots');
  if (found?.type !== 'field') throw new Error('no field of dots');
  return found;
}

/** Dots that a path of dashed rows really draws: a row of n dots is n − 1 long and a hair. */
const drawnDots = (path: string) =>
  [...path.matchAll(/h([\d.]+)/g)].reduce((sum, [, length]) => sum + Math.floor(Number(length)) + 1, 0);

describe('unit dots', () => {
  it.each([...pictures(example, layout), ...pictures(fewExample, layout)])(
    'have room for everything: $name',
    (picture) => {
      expect(faults(picture)).toEqual([]);
    },
  );

  it.each(testSizes)('are exactly as many as the tiling or the figure says at $width×$height', (size) => {
    expect(drawnDots(fieldPath(dots(example.input, 'drawn', size)))).toBe(1912);
    expect(drawnDots(fieldPath(dots(fewExample.input, 'drawn', size)))).toBe(35);
  });

  it('stand within their rows and columns', () => {
    for (const size of testSizes) {
      const field = dots(example.input, 'drawn', size);
      expect(field.columns * field.rows).toBeGreaterThanOrEqual(1912);
    }
  });

  it('begin with an empty frame', () => {
    expect(dots(example.input, 'start', { width: 358, height: 420 }).count).toBe(0);
    expect(fieldPath(dots(example.input, 'start', { width: 358, height: 420 }))).toBe('');
  });

  it('are filled for what is reported and hollow for what is a target', () => {
    const size = { width: 358, height: 420 };
    expect(dots(example.input, 'drawn', size).shape).toBe('dot');
    expect(dots(fewExample.input, 'drawn', size).shape).toBe('ring');
  });
});
