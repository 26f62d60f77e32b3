import { describe, expect, it } from 'vitest';
import { faults, pictures, testSizes } from '../testing.js';
import type { Mark } from '../scene/scene.js';
import type { ChartInput, ChartState } from '../scene/types.js';
import { example, limitsExample } from './example.js';
import { layout } from './layout.js';

const size = testSizes[1] ?? { width: 358, height: 420 };
const find = (input: ChartInput, state: ChartState, key: string): Mark | undefined =>
  layout(input, state, size).find((mark) => mark.key === key);

describe('share grids', () => {
  it.each([example, limitsExample].flatMap((one) => pictures(one, layout)))(
    'have room for everything: $name',
    (picture) => {
      expect(faults(picture)).toEqual([]);
    },
  );

  it('fill as many of a hundred cells as the percentage says', () => {
    const cells = (id: string) => find(example.input, { state: 'drawn' }, `${id}.0.cells`);
    expect(['south', 'north', 'drip'].map((id) => cells(id))).toMatchObject([
      { count: 100 },
      { count: 30 },
      { count: 80 },
    ]);
    expect(find(example.input, { state: 'drawn' }, 'north.0.empty')).toMatchObject({
      count: 100,
      columns: 10,
      rows: 10,
    });
  });

  it('are all of one size', () => {
    const sides = layout(example.input, { state: 'drawn' }, size).flatMap((mark) =>
      mark.type === 'pictogram' ? [mark.width, mark.height] : [],
    );
    expect(new Set(sides).size).toBe(1);
  });

  it('draw the gap where it is missing, up to the larger one', () => {
    expect(find(example.input, { state: 'gap' }, 'north.0.gap')).toMatchObject({ count: 100 });
    expect(find(example.input, { state: 'gap' }, 'south.0.gap')).toMatchObject({ count: 100 });
    expect(find(example.input, { state: 'gap' }, 'drip.0.gap')).toMatchObject({ count: 80 });
    expect(find(example.input, { state: 'gap' }, 'gap.value')).toBeDefined();
    expect(find(example.input, { state: 'drawn' }, 'gap.value')).toBeUndefined();
  });

  it('end in an arrow, or under a ceiling without a filled cell', () => {
    expect(find(limitsExample.input, { state: 'drawn' }, 'family.0.end')).toMatchObject({
      shape: 'open',
      first: 50,
    });
    expect(find(limitsExample.input, { state: 'drawn' }, 'lost.0.end')).toMatchObject({
      shape: 'ceiling',
      first: 12,
    });
    expect(find(limitsExample.input, { state: 'drawn' }, 'lost.0.cells')).toMatchObject({
      className: 'c-drawn-room',
    });
    expect(find(limitsExample.input, { state: 'drawn' }, 'sold.0.end')).toBeUndefined();
  });
});
