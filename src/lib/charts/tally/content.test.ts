import { describe, expect, it } from 'vitest';
import { example } from './example.js';
import { content } from './content.js';

const looks = (state: string) => content(example.input, { state }).blocks.items.map((block) => block.look);

describe('a tally', () => {
  it('has one tick a figure in their order, in every state', () => {
    for (const { state } of example.states) {
      expect(content(example.input, { state }).ticks.items.map(({ figure }) => figure.id)).toEqual(
        example.input.figures.map(({ id }) => id),
      );
    }
  });

  it.each([
    ['start', ['empty', 'empty', 'empty', 'empty', 'empty', 'empty']],
    ['block-1', ['open', 'empty', 'empty', 'empty', 'empty', 'empty']],
    ['block-4', ['passed', 'passed', 'passed', 'open', 'empty', 'empty']],
    ['both', ['open', 'open', 'open', 'open', 'open', 'open']],
  ])('in the state %s shows its blocks as %s', (state, expected) => {
    expect(looks(state)).toEqual(expected);
  });

  it('keeps every block’s full wording in every state', () => {
    for (const { state } of example.states) {
      expect(content(example.input, { state }).blocks.items.map(({ text }) => text)).toEqual(
        example.input.options['quotes'],
      );
    }
  });

  it('tells the second count only when both sides are shown', () => {
    expect(content(example.input, { state: 'block-6' }).blocks.told).toBe(false);
    expect(content(example.input, { state: 'both' }).blocks).toMatchObject({
      told: true,
      count: { value: 0 },
    });
  });

  it('draws a ceiling as a room', () => {
    expect(content(example.input, { state: 'start' }).ticks.items.at(-1)).toMatchObject({ pen: 'ceiling' });
  });

  it('is set closer in every state where its words are many, as in a translation', () => {
    const { input } = example;
    const long = { ...input, options: { ...input.options, quotes: Array(6).fill('words '.repeat(20)) } };
    for (const { state } of example.states) {
      expect(content(input, { state }).dense).toBe(false);
      expect(content(long, { state }).dense).toBe(true);
    }
  });
});
