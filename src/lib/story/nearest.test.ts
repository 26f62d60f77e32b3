import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.js';

describe('the distance between two names', () => {
  it.each([
    ['safety', 'safety', 0],
    ['safety', 'saftey', 1],
    ['index-bars', 'index-bar', 1],
    ['', 'abc', 3],
    ['drawn', 'dawn', 1],
  ])('%s → %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe('the nearest name', () => {
  const names = ['standfirst', 'stage', 'steps', 'title'];
  it.each([
    ['standfrist', 'standfirst'],
    ['stag', 'stage'],
    ['tilte', 'title'],
    ['kicker', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('to %.12s is %s', (name, expected) => {
    expect(nearest(name, names)).toBe(expected);
  });
});
