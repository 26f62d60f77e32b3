import { describe, expect, it } from 'vitest';
import { example, textsExample } from './example.js';
import { content } from './content.js';

describe('statements', () => {
  it('hold the report’s words as quotations and frame them empty where they state an absence', () => {
    const { absent, items } = content(example.input, { state: 'drawn' });
    expect(absent).toBe(true);
    expect(items.map((item) => item.quoted)).toEqual([true, true]);
  });

  it('hold our own words unquoted, with their numbers linked', () => {
    const { absent, items } = content(textsExample.input, { state: 'drawn' });
    expect(absent).toBe(false);
    expect(items.map((item) => item.quoted)).toEqual([false, false, false]);
    expect(items[1]?.text.some((part) => part.type === 'figure' && part.id === 'trees')).toBe(true);
  });

  it('have all their words in every state', () => {
    for (const { input } of [example, textsExample]) {
      expect(content(input, { state: 'start' }).items).toEqual(content(input, { state: 'drawn' }).items);
    }
  });
});
