import { describe, expect, it } from 'vitest';
import { handleIntent, placeFor } from './keys.js';

const plain = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false, keyCode: 0 };
const press = (key: string, digits = '') => handleIntent({ key, ...plain }, 7, 18, digits);

describe('a key on a handle', () => {
  it.each([
    ['ArrowUp', { type: 'move', to: 6 }],
    ['ArrowDown', { type: 'move', to: 8 }],
    ['PageUp', { type: 'move', to: 2 }],
    ['PageDown', { type: 'move', to: 12 }],
    ['Home', { type: 'move', to: 0 }],
    ['End', { type: 'move', to: 17 }],
    ['h', { type: 'hide' }],
    ['Enter', { type: 'open' }],
    ['3', { type: 'typing', digits: '3' }],
    ['x', undefined],
    ['Escape', undefined],
  ])('%s means %o', (key, meant) => expect(press(key)).toEqual(meant));

  it('types a place that Enter goes to', () => {
    expect(press('2', '1')).toEqual({ type: 'typing', digits: '12' });
    expect(press('Enter', '12')).toEqual({ type: 'move', to: 11 });
    expect(press('Backspace', '12')).toEqual({ type: 'typing', digits: '1' });
    expect(press('Escape', '12')).toEqual({ type: 'typing', digits: '' });
  });

  it('is left to others with Ctrl', () =>
    expect(handleIntent({ key: 'h', ...plain, ctrlKey: true }, 1, 3, '')).toBeUndefined());
});

describe('a place in the list', () => {
  const pins = ['first', undefined, undefined, undefined, 'last'] as const;
  it.each([
    { to: 0, from: 2, place: 1 },
    { to: -5, from: 2, place: 1 },
    { to: 9, from: 2, place: 3 },
    { to: 3, from: 1, place: 3 },
    { to: 2, from: 0, place: 0 },
    { to: 2, from: 4, place: 4 },
  ])('for the row at $from asked for $to is $place', ({ to, from, place }) =>
    expect(placeFor(to, pins, from)).toBe(place),
  );
  it('is any where nothing is pinned', () => expect(placeFor(0, [undefined, undefined], 1)).toBe(0));
});

describe('the keys together', () => {
  const keys = [
    ...['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Enter'],
    ...Array.from({ length: 10 }, (_, digit) => String(digit)),
  ];

  /** Every position that a row can reach with at most this many presses, with the shortest sequence for each. */
  function reach(from: number, count: number, pins: Parameters<typeof placeFor>[1], presses: number) {
    const fewest = new Map([[from, 0]]);
    let now = [{ at: from, digits: '' }];
    for (let press = 1; press <= presses; press += 1) {
      now = now.flatMap(({ at, digits }) =>
        keys.flatMap((key) => {
          const intent = handleIntent({ key, ...plain }, at, count, digits);
          if (intent?.type === 'typing') return [{ at, digits: intent.digits }];
          return intent?.type === 'move' ? [{ at: placeFor(intent.to, pins, at), digits: '' }] : [];
        }),
      );
      for (const { at } of now) if (!fewest.has(at)) fewest.set(at, press);
    }
    return fewest;
  }

  const count = 18;
  const places = Array.from({ length: count }, (_, at) => at);
  const pinned = places.map((at) => (at === 0 ? 'first' : at === count - 1 ? 'last' : undefined));
  it.each([
    { name: 'eighteen sections', pins: places.map(() => undefined) },
    { name: 'eighteen, the first and the last of them pinned', pins: pinned },
  ])('bring each of $name to every other place by three presses, to the next by one', ({ pins }) => {
    const loose = places.filter((at) => pins[at] === undefined);
    for (const from of loose) {
      const fewest = reach(from, count, pins, 3);
      for (const to of loose) {
        expect(fewest.get(to), `${from} → ${to}`).toBeLessThanOrEqual(3);
        if (Math.abs(to - from) === 1) expect(fewest.get(to), `${from} → ${to}`).toBe(1);
      }
    }
  });
});
