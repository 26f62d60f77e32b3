import { expect, it } from 'vitest';
import { isChased } from './chase.js';

it.each([
  ['made as tall as the story', 6000, 800, 6000, true],
  ['made taller, by what the host has beside it', 6300, 800, 6000, true],
  ['grown after a story that grows as fast, beyond any screen', 2000, 900, 9000, true],
  ['made higher by hand', 1000, 800, 6000, false],
  ['turned', 844, 390, 2600, false],
  ['a phone’s bars gone', 760, 700, 6000, false],
  ['made lower', 600, 800, 6000, false],
  ['not changed', 800, 800, 6000, false],
  ['around a story that was in view as a whole', 1000, 800, 700, false],
  ['before anything was laid out', 800, 0, 0, false],
])('a window %s', (_what, now, before, length, is) => {
  expect(isChased(now, before, length, 900)).toBe(is);
});

it('stops what would grow for ever in few rounds, however the host measures', () => {
  for (const [more, by] of [
    [300, 1],
    [0, 1],
    [-50, 1],
    [0, 0.2],
  ] as const) {
    let height = 640;
    let rounds = 0;
    for (; rounds < 100; rounds += 1) {
      const length = 4.5 * height + 400;
      const now = height + (length + more - height) * by;
      if (isChased(now, height, length, 900)) break;
      height = now;
    }
    expect(rounds, `${more} px more, ${by} of the way`).toBeLessThan(4);
    expect(height).toBeLessThan(3000);
  }
});
