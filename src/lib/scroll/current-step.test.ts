import { describe, expect, it } from 'vitest';
import { currentStep, stepShownBy } from './current-step.js';

describe('the current step', () => {
  it.each([
    { tops: [], line: 100, expected: -1 },
    { tops: [200, 300], line: 100, expected: -1 },
    { tops: [100, 300], line: 100, expected: 0 },
    { tops: [100.9, 300], line: 100, expected: 0 },
    { tops: [-500, -20, 90, 400], line: 100, expected: 2 },
    { tops: [-500, -400], line: 100, expected: 1 },
  ])('is the last one at or above the line: $tops at $line', ({ tops, line, expected }) => {
    expect(currentStep(tops, line)).toBe(expected);
  });
});

describe('the step that a stage shows', () => {
  it.each([
    { first: 4, count: 3, current: -1, expected: 4 },
    { first: 4, count: 3, current: 3, expected: 4 },
    { first: 4, count: 3, current: 5, expected: 5 },
    { first: 4, count: 3, current: 60, expected: 6 },
  ])('is its own nearest to the current one ($current)', ({ first, count, current, expected }) => {
    expect(stepShownBy(first, count, current)).toBe(expected);
  });
});
