import { describe, expect, it } from 'vitest';
import { chipsExample, example } from './example.js';
import { content } from './content.js';

const looks = (state: string) => content(example.input, { state }).groups.map((group) => group.look);

describe('an outline', () => {
  it.each([
    ['start', ['closed', 'closed', 'closed', 'closed', 'closed']],
    ['group-2', ['closed', 'open', 'closed', 'closed', 'closed']],
    ['lit', ['closed', 'closed', 'closed', 'open', 'closed']],
    ['drawn', ['open', 'open', 'open', 'open', 'open']],
  ])('in the state %s has its groups %s', (state, expected) => {
    expect(looks(state)).toEqual(expected);
  });

  it('keeps every word in every state', () => {
    const words = (state: string) =>
      content(example.input, { state }).groups.flatMap(({ items }) => items.map(({ text }) => text));
    for (const { state } of example.states) expect(words(state)).toEqual(words('drawn'));
  });

  it('lights its items only in the state that says so', () => {
    const items = (state: string) =>
      content(example.input, { state }).groups[3]?.items.map(({ look }) => look);
    expect(items('lit')).toEqual(['lit', 'dim', 'dim']);
    expect(items('group-4')).toEqual(['plain', 'plain', 'plain']);
  });

  it('ends an incomplete list in the text’s own word', () => {
    expect(content(chipsExample.input, { state: 'drawn' })).toMatchObject({ set: 'chips', more: ['等'] });
  });

  it('is set closer in every state where its words are many, as in a translation', () => {
    const { input } = chipsExample;
    const long = { ...input, options: { ...input.options, 'group-1': Array(8).fill('words '.repeat(5)) } };
    for (const state of ['start', 'group-1', 'drawn']) {
      expect(content(input, { state }).dense).toBe(false);
      expect(content(long, { state }).dense).toBe(true);
    }
  });
});
