import { describe, expect, it } from 'vitest';
import { testStory } from '../test-story.js';
import type { Derived, Quote } from '../../story/types.js';
import { sheetData } from './data.js';
import { formulaPieces, formulaText } from './formula.js';
import { fraction, sentenceSegments } from './segments.js';

const sentence: Quote = { start: 10, end: 20, text: '甲乙丙50%以上丁节' };

describe('a sentence around its number', () => {
  it('is cut at the clause and at the number', () => {
    expect(sentenceSegments(sentence, { start: 12, end: 18 }, { start: 13, end: 16 })).toEqual([
      { text: '甲乙' },
      { text: '丙', mark: 'clause' },
      { text: '50%', mark: 'number' },
      { text: '以上', mark: 'clause' },
      { text: '丁节' },
    ]);
  });

  it('has no empty piece where all three end together', () => {
    expect(sentenceSegments(sentence, sentence, { start: 13, end: 20 })).toEqual([
      { text: '甲乙丙', mark: 'clause' },
      { text: '50%以上丁节', mark: 'number' },
    ]);
  });

  it('is the sentence again when put together', () => {
    for (const figure of testStory.figures) {
      const pieces = sentenceSegments(figure.sentence, figure.quote, figure.span);
      expect(pieces.map((piece) => piece.text).join('')).toBe(figure.sentence.text);
      expect(pieces.find((piece) => piece.mark === 'number')?.text).toBe(figure.span.text);
    }
  });
});

it.each([
  [0, 100, 0],
  [50, 100, 0.5],
  [1, 3, 0.3333],
  [7, 0, 0],
])('place %i of %i is %f', (offset, length, expected) => expect(fraction(offset, length)).toBe(expected));

describe('the sheet of an edition', () => {
  const zh = sheetData(testStory, 'zh');

  it('has the report’s figures in its order', () => {
    expect(zh.figures.map((figure) => figure.id)).toEqual(testStory.figures.map((figure) => figure.id));
  });

  it('says of each what it is, how it is limited and where it stands', () => {
    const { length } = testStory.report.text;
    expect(zh.figures[1]).toMatchObject({
      subjects: '柳树、杨树',
      sign: 'reported-or-more',
      limit: expect.stringContaining('以上') as string,
      note: '两种树各自的数没有给出。',
      place: { label: '河道治理', start: 0, end: fraction(21, length) },
      usedIn: [],
    });
    expect(zh.figures[3]).toMatchObject({ sign: 'target-strive', usedIn: ['gap'] });
  });

  it('places every figure inside its passage', () => {
    for (const { place } of zh.figures) {
      expect(place.at).toBeGreaterThan(place.start);
      expect(place.at).toBeLessThan(place.end);
    }
  });

  it('links each part of a formula', () => {
    expect(zh.derived[0]?.formula).toEqual([
      { text: '5公里', figure: 'to-dredge-stretch', label: '清淤' },
      { text: ' − ' },
      { text: '4公里', figure: 'to-dredge', label: '清淤' },
    ]);
    expect(zh.derived[1]?.formula[0]).toEqual({ text: '1公里', derived: 'gap', label: '力争多出' });
  });

  it('speaks the edition’s language around the report’s own words', () => {
    const en = sheetData(testStory, 'en');
    expect(en.figures[0]).toMatchObject({ subjects: 'dredging', place: { label: 'Title of river' } });
    expect(en.figures[0]?.sentence).toEqual(zh.figures[0]?.sentence);
  });

  it('has our rendering of the sentence where the report speaks another language', () => {
    const [figure] = sheetData(testStory, 'en').figures;
    expect(figure?.rendering).toBe('Over the year 3 km were dredged and at least 50 trees planted.');
    expect(zh.figures[0]?.rendering).toBeUndefined();
  });
});

describe('a formula in one line', () => {
  const [gap] = testStory.derived;
  if (!gap) throw new Error('the test story has no derived figure');
  const count: Derived = { ...gap, id: 'count', operation: 'count', from: [], formula: [] };

  it('prints its operands', () => expect(formulaText(testStory, gap, 'zh')).toBe('5公里 − 4公里'));
  it('quotes what a count counted', () => {
    const items = [
      { start: 0, end: 2, text: '河道' },
      { start: 2, end: 4, text: '治理' },
    ];
    expect(formulaText(testStory, { ...count, items }, 'zh')).toBe('“河道”、“治理”');
  });
  it('has our rendering beside each word of the report that it counted', () => {
    const items = [{ start: 0, end: 5, text: '河道治理。' }];
    expect(formulaPieces(testStory, { ...count, items }, 'en')).toEqual([
      { text: '河道治理。', quote: true, rendering: 'River works.' },
    ]);
  });
  it('names the passages where there was nothing to count', () => {
    expect(formulaText(testStory, { ...count, sections: ['problems'] }, 'zh')).toBe(
      '“problems的标题”: 这里没有数字',
    );
  });
});
