import { describe, expect, it } from 'vitest';
import { example } from './example.js';
import { numberParts } from '../scene/text.js';
import { content } from './content.js';

const { input } = example;

describe('a list of figures', () => {
  it('has an entry for every figure in every state', () => {
    for (const state of example.states) {
      expect(content(input, state).map((entry) => entry.figure.id)).toEqual(
        input.figures.map((figure) => figure.id),
      );
    }
  });

  it.each([
    ['trees', 'reported', '报告数'],
    ['juice', 'target', '目标'],
    ['waste', 'ceiling', '上限，实际数未给出'],
    ['paths', 'strive', '力争'],
    ['store', 'target', '规模'],
    ['floor', 'target', '底线'],
  ])('sets %s with the pen %s and the word %s', (id, pen, word) => {
    expect(content(input, { state: 'drawn' }).find((entry) => entry.figure.id === id)).toMatchObject({
      pen,
      word,
    });
  });

  it('sets digits apart from unit and limit, and loses no character', () => {
    for (const entry of content(input, { state: 'drawn' })) {
      const parts = numberParts(entry.figure);
      expect(parts.map((part) => part.text).join('')).toBe(entry.figure.printed);
      expect(parts.filter((part) => part.digits)).toHaveLength(1);
    }
  });

  it('holds back what comes after `through` and what is not emphasised', () => {
    const through = content(input, { state: 'drawn', through: 'pears' });
    expect(through.filter((entry) => entry.drawn).map((entry) => entry.figure.id)).toEqual([
      'trees',
      'juice',
      'pears',
    ]);
    const lit = content(input, { state: 'drawn', highlight: 'juice' });
    expect(lit.filter((entry) => !entry.dim).map((entry) => entry.figure.id)).toEqual(['juice']);
  });
});
