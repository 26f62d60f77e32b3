import { expect, it } from 'vitest';
import { roved } from './keys.js';

const pressed = (key: string, held = {}) => ({
  ...{ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
  ...held,
});

it.each([
  ['ArrowRight', 1, 2],
  ['ArrowDown', 1, 2],
  ['ArrowLeft', 1, 0],
  ['ArrowUp', 1, 0],
  ['Home', 2, 0],
  ['End', 0, 2],
  // At the ends it stays.
  ['ArrowRight', 2, 2],
  ['ArrowLeft', 0, 0],
  // Where none has the focus yet, the first is next.
  ['ArrowRight', -1, 0],
  ['ArrowLeft', -1, 0],
  ['Tab', 1, undefined],
])('%s from %i of three leads to %s', (key, at, to) => {
  expect(roved(pressed(key), at, 3)).toBe(to);
});

it('leads nowhere with a modifier, or among nothing', () => {
  expect(roved(pressed('ArrowRight', { altKey: true }), 1, 3)).toBeUndefined();
  expect(roved(pressed('End'), -1, 0)).toBeUndefined();
});
