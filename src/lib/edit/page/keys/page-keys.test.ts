import { describe, expect, it } from 'vitest';
import { isComposing } from './composition.js';
import { handleIntent } from './keys.js';
import { pageKey, type PageKey, type Whereabouts } from './page-keys.js';

const pressed = (keys: string, more: object = {}) => ({
  key: keys.split('+').at(-1) ?? '',
  keyCode: 0,
  isComposing: false,
  altKey: keys.includes('Alt+'),
  ctrlKey: keys.includes('Ctrl+'),
  metaKey: keys.includes('Meta+'),
  shiftKey: keys.includes('Shift+'),
  ...more,
});
const page: Whereabouts = { modal: false, ownField: false };
const modal: Whereabouts = { modal: true, ownField: false };
const field: Whereabouts = { modal: false, ownField: true };
const searching: Whereabouts = { modal: true, ownField: true };

describe('a key of the page', () => {
  it.each<readonly [string, Whereabouts, PageKey | undefined]>([
    ['Ctrl+z', page, 'undo'],
    ['Meta+Z', page, 'undo'],
    ['Ctrl+Shift+Z', page, 'redo'],
    ['Ctrl+y', page, 'redo'],
    ['Ctrl+s', page, 'review'],
    ['Ctrl+s', field, 'review'],
    ['Ctrl+s', modal, 'none'],
    ['Ctrl+s', searching, 'none'],
    ['Ctrl+z', field, undefined],
    ['Ctrl+Shift+Z', field, undefined],
    ['Ctrl+y', searching, undefined],
    ['Ctrl+z', modal, 'none'],
    ['Ctrl+Shift+Z', modal, 'none'],
    ['z', page, undefined],
    ['Alt+Ctrl+z', page, undefined],
    ['Ctrl+Shift+S', page, undefined],
  ])('%s in %j: %s', (keys, where, expected) => {
    expect(pageKey(pressed(keys), where)).toBe(expected);
  });

  it.each(['Ctrl+z', 'Ctrl+Shift+Z', 'Ctrl+y', 'Ctrl+s'])(
    '%s is the input method’s while it composes',
    (keys) => {
      for (const more of [{ isComposing: true }, { keyCode: 229 }])
        expect(pageKey(pressed(keys, more), page)).toBeUndefined();
    },
  );
});

it.each(['ArrowUp', 'ArrowDown', 'PageUp', 'Home', 'Enter', 'Backspace', 'Escape', 'h', '3', 'Process'])(
  'a handle leaves %s to an input method that composes',
  (key) => {
    for (const more of [{ isComposing: true }, { keyCode: 229 }]) {
      expect(isComposing(pressed(key, more))).toBe(true);
      expect(handleIntent(pressed(key, more), 3, 9, '1')).toBeUndefined();
    }
  },
);
