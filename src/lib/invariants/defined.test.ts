import { expect, it } from 'vitest';
import { defined, present } from './defined.js';

it.each(['', 0, false])('%j is a value', (value) => expect(defined(value, 'value')).toBe(value));

it.each([undefined, null])('%j is none, and the error says of what', (value) => {
  expect(() => defined(value, 'title of the story')).toThrow('there is no title of the story');
});

it('asks a map for what it must have', () => {
  const places = new Map([['first', 0]]);
  expect(present(places, 'first')).toBe(0);
  expect(() => present(places, 'second')).toThrow('there is no entry second');
});
