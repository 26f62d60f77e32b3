import { describe, expect, it } from 'vitest';
import { faults, pictures } from '../testing.js';
import { example, shortExample } from './example.js';
import { layout } from './layout.js';
import { rungsIn } from './rungs.js';

const size = { width: 358, height: 420 };

describe('a ladder', () => {
  it.each([example, shortExample].flatMap((one) => pictures(one, layout)))(
    'has room for everything: $name',
    (picture) => {
      expect(faults(picture)).toEqual([]);
    },
  );

  it('has as many rungs as the list’s name says, and shades those from the best to the target', () => {
    const scene = layout(example.input, { state: 'drawn' }, size);
    const rungs = scene.filter((mark) => mark.key.startsWith('rung.'));
    expect(rungs).toHaveLength(100);
    expect(rungs.filter((mark) => mark.className.includes('c-rung-strive')).map((mark) => mark.key)).toEqual(
      Array.from({ length: 90 }, (_, i) => `rung.${i}`),
    );
  });

  it('shades nothing before it is drawn', () => {
    const scene = layout(example.input, { state: 'start' }, size);
    expect(scene.find((mark) => mark.key === 'room')).toMatchObject({ height: 0, opacity: 0 });
  });

  it.each([
    ['百强县', 100],
    ['百强县(市)', 100],
    ['五十佳', 50],
    ['十大品牌', 10],
    ['一百零五家', 105],
    ['两百强', 200],
    ['the 30 best', 30],
    ['强县', undefined],
    ['十佳中的前三', undefined],
  ])('reads the length of “%s”', (name, rungs) => {
    expect(rungsIn(name)).toBe(rungs);
  });
});
