import { describe, expect, it } from 'vitest';
import { faults, pictures, testSizes } from '../testing.js';
import type { RectMark, Scene } from '../scene/scene.js';
import { example, targetExample } from './example.js';
import { layout } from './layout.js';

const rows = (scene: Scene) => scene.filter((mark): mark is RectMark => mark.type === 'rect');
const scale = (scene: Scene) => {
  const bar = scene.find((mark) => mark.key === 'scale.bar');
  return bar?.type === 'line' ? bar.x2 - bar.x1 : NaN;
};

describe('a folded line', () => {
  it.each([example, targetExample].flatMap((one) => pictures(one, layout)))(
    'has room for everything: $name',
    (picture) => {
      expect(faults(picture)).toEqual([]);
    },
  );

  it.each(testSizes)('is exactly as many scale bars long as its tiling says at $width×$height', (size) => {
    for (const [one, lengths] of [
      [example, 22.11],
      [targetExample, 7.6],
    ] as const) {
      const scene = layout(one.input, { state: 'drawn' }, size);
      const long = rows(scene).reduce((sum, row) => sum + row.width, 0);
      expect(long / scale(scene)).toBeCloseTo(lengths, 6);
    }
  });

  it('is marked off once a scale bar', () => {
    const scene = layout(example.input, { state: 'drawn' }, { width: 358, height: 420 });
    const ticks = scene.filter((mark) => mark.key.startsWith('tick.') && (mark.opacity ?? 1) > 0);
    // Five to a row: four ticks in each full one, two in the last.
    expect(rows(scene)).toHaveLength(5);
    expect(ticks).toHaveLength(4 * 4 + 2);
  });

  it('turns back at each row’s end', () => {
    const drawn = rows(layout(targetExample.input, { state: 'drawn' }, { width: 358, height: 420 }));
    const [first, last] = [drawn[0], drawn.at(-1)];
    // An even number of rows: the last one, shorter, comes back from the right.
    expect(drawn.length % 2).toBe(0);
    expect(last?.width).toBeLessThan(first?.width ?? 0);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo((first?.x ?? 0) + (first?.width ?? 0), 6);
  });

  it('begins with no length and an arrow only where the number is a lower bound', () => {
    const start = layout(example.input, { state: 'start' }, { width: 358, height: 420 });
    expect(rows(start).map((row) => row.width)).toEqual([0, 0, 0, 0, 0]);
    const ends = [example, targetExample].map((one) =>
      layout(one.input, { state: 'drawn' }, { width: 358, height: 420 }).some((mark) => mark.key === 'end'),
    );
    expect(ends).toEqual([false, true]);
  });
});
