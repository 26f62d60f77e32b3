import { describe, expect, it } from 'vitest';
import { example } from './example.js';
import { numberParts } from '../scene/text.js';
import { content } from './content.js';

describe('tiles', () => {
  it('say by pen and edge what each number is', () => {
    expect(
      content(example.input, { state: 'drawn' }).tiles.map(({ figure, pen, end, word }) => [
        figure.id,
        pen,
        end,
        word,
      ]),
    ).toEqual([
      ['spent', 'reported', 'closed', '报告数'],
      ['earn', 'target', 'closed', '目标'],
      ['guests', 'target', 'open', '目标'],
      ['jars', 'target', 'above', '目标'],
      ['songs', 'strive', 'closed', '力争'],
      ['debt', 'reported', 'ceiling', '上限，实际数未给出'],
    ]);
  });

  it('are drawn up to and including the figure of the step', () => {
    expect(
      content(example.input, { state: 'drawn', through: 'earn' }).tiles.map((tile) => tile.drawn),
    ).toEqual([true, true, false, false, false, false]);
    expect(content(example.input, { state: 'start' }).tiles.some((tile) => tile.drawn)).toBe(false);
  });

  it('dim all but the highlighted one', () => {
    const dim = content(example.input, { state: 'drawn', highlight: 'guests' }).tiles.filter(
      (tile) => !tile.dim,
    );
    expect(dim.map(({ figure }) => figure.id)).toEqual(['guests']);
  });

  it('print digits apart from unit and limit', () => {
    const [, , , jars] = content(example.input, { state: 'drawn' }).tiles;
    expect(jars && numberParts(jars.figure)).toEqual([
      { text: '突破', digits: false },
      { text: '360', digits: true },
      { text: '罐', digits: false },
    ]);
  });
});
