import { describe, expect, it } from 'vitest';
import { stateNamed } from './chart-state.js';

const states = [
  { step: 'start', chart: 'falls', state: 'start' },
  { step: 'deaths', chart: 'falls', state: 'indexed', through: 'deaths' },
  { step: 'losses', chart: 'falls', state: 'indexed' },
  { step: 'visits', chart: 'dots', state: 'drawn' },
];

describe('the state that an address asks for', () => {
  it.each([
    ['start', 'start'],
    ['deaths', 'deaths'],
    ['indexed', 'losses'],
    ['dots', 'visits'],
    ['falls', 'losses'],
    ['toString', undefined],
    ['', undefined],
    [null, undefined],
  ])('by %s is that of the step %s', (name, step) => {
    expect(stateNamed(states, name)?.step).toBe(step);
  });
});
