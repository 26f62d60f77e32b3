import { expect, it } from 'vitest';
import { sentenceNumber } from './sentence-numbers.js';
import { testStory } from './test-story.js';

it('counts all sentences of the report, those without figures included', () => {
  const { figures, report } = testStory;
  const numbers = figures.map(({ sentence }) => sentenceNumber(testStory, sentence));
  expect(numbers).toEqual([2, 2, 3, 3]);
  expect(sentenceNumber(testStory, { start: report.text.indexOf('问题'), end: report.text.length })).toBe(4);
});

it('knows no sentence that begins within another one', () => {
  expect(() => sentenceNumber(testStory, { start: 1, end: 3 })).toThrow(/begins at 1/);
});
