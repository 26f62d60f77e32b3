import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flowingSize, stackedSize, typeSizes } from './set-large.js';

const stacked = (texts: readonly string[]) => stackedSize({ texts, leading: 1.5, air: 1, beside: 2 });
const flowing = (texts: readonly string[]) => flowingSize({ texts, leading: 1.5, air: 0.7, beside: 1.8 });
const nth = (name: string) => Number(/^c-size-(\d+)$/u.exec(name)?.[1]);

describe('words set large', () => {
  it('have a class in the style sheet for each size', () => {
    const css = readFileSync(new URL('words.css', import.meta.url), 'utf8');
    const sheet = [...css.matchAll(/\.c-size-(\d+) \{\s+--size: ([\d.]+);/gu)];
    expect(sheet.map(([, index, size]) => [Number(index), Number(size)])).toEqual(
      typeSizes.map((size, i) => [i + 1, size]),
    );
  });

  it.each([stacked, flowing])('are the smaller the more of them there are', (sizeOf) => {
    const sizes = [1, 2, 4, 8, 16, 64].map((count) => nth(sizeOf(Array<string>(count).fill('树下试种'))));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(1);
    expect(sizes[0]).toBeGreaterThan(sizes.at(-1) ?? Infinity);
  });

  it('never are so large that a word is broken', () => {
    const size = typeSizes[nth(stacked(['a characteristically long word'])) - 1] ?? Infinity;
    expect('characteristically'.length * 0.6 * size).toBeLessThanOrEqual(100);
  });
});
