import { describe, expect, it } from 'vitest';
import { sentencesOf } from './report.js';
import { reportWords } from './words.js';

describe('the sentences of a report', () => {
  it.each([
    ['甲。乙!', ['甲。', '乙!']],
    ['甲？！乙', ['甲？！', '乙']],
    ['标题\n甲,乙;丙。\n\n丁', ['标题', '甲,乙;丙。', '丁']],
    ['1.5万。', ['1.5万。']],
    ['', []],
  ])('%j', (text, expected) => {
    const found = sentencesOf(text, reportWords.zh).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(expected);
  });
});
