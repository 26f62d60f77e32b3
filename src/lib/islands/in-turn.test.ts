import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  vi.resetModules();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Work that notes that it began, and ends at once or when it is let. */
async function queue() {
  const { inTurn } = await import('./in-turn.js');
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    add(kind: string, name: string, hangs = false) {
      inTurn(kind, () => {
        begun.push(name);
        return hangs ? new Promise((resolve) => ends.push(resolve)) : Promise.resolve();
      });
    },
    letEnd: () => ends.shift()?.(),
  };
}

describe('work in turn', () => {
  it('goes one at a time, in order', async () => {
    const { begun, add, letEnd } = await queue();
    add('bars', 'first', true);
    add('tiles', 'second');
    await vi.advanceTimersByTimeAsync(1000);
    expect(begun).toEqual(['first']);
    letEnd();
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(['first', 'second']);
  });

  it('waits four seconds for a chunk that hangs, once a kind and not once a chart', async () => {
    const { begun, add } = await queue();
    for (let i = 0; i < 7; i += 1) add('bars', `hung ${i}`, true);
    add('tiles', 'other');
    await vi.advanceTimersByTimeAsync(3900);
    expect(begun).toEqual(['hung 0']);
    await vi.advanceTimersByTimeAsync(200);
    expect(begun).toEqual(['hung 0', 'other']);
  });

  it('takes up a kind whose chunk came late, behind what waits already', async () => {
    const { begun, add, letEnd } = await queue();
    add('bars', 'first', true);
    add('bars', 'second');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun).toEqual(['first']);
    letEnd();
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(['first', 'second']);
    add('bars', 'third');
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(['first', 'second', 'third']);
  });
});
