/**
 * Interprets keys pressed on a row's handle. Pure: takes a key, the digits typed before and the row's position; returns an
 * intent.
 */

import { isComposing } from './composition.js';

export type HandleIntent =
  /** A position from 0, not yet limited to the list. */
  | { readonly type: 'move'; readonly to: number }
  | { readonly type: 'hide' }
  | { readonly type: 'open' }
  /** Digits of a position that is being typed. */
  | { readonly type: 'typing'; readonly digits: string };

type Pressed = Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey'>;

const page = 5;

/**
 * @param at the row's position, from 0
 * @param count number of rows
 * @param digits the digits typed before
 * @returns undefined if the key is not for the handle
 */
export function handleIntent(
  pressed: Pressed,
  at: number,
  count: number,
  digits: string,
): HandleIntent | undefined {
  const { key, altKey, ctrlKey, metaKey } = pressed;
  if (altKey || ctrlKey || metaKey || isComposing(pressed)) return undefined;
  switch (key) {
    case 'ArrowUp':
      return { type: 'move', to: at - 1 };
    case 'ArrowDown':
      return { type: 'move', to: at + 1 };
    case 'PageUp':
      return { type: 'move', to: at - page };
    case 'PageDown':
      return { type: 'move', to: at + page };
    case 'Home':
      return { type: 'move', to: 0 };
    case 'End':
      return { type: 'move', to: count - 1 };
    case 'Enter':
      return digits === '' ? { type: 'open' } : { type: 'move', to: Number(digits) - 1 };
    case 'Backspace':
      return { type: 'typing', digits: digits.slice(0, -1) };
    case 'Escape':
      return digits === '' ? undefined : { type: 'typing', digits: '' };
    case 'h':
    case 'H':
      return { type: 'hide' };
    default:
      return /^\d$/.test(key) ? { type: 'typing', digits: (digits + key).slice(-4) } : undefined;
  }
}

/** Limits a position to the allowed ones: pinned rows stay at their end of the list. */
export function placeFor(to: number, pins: readonly ('first' | 'last' | undefined)[], from: number): number {
  if (pins[from] !== undefined) return from;
  const first = pins[0] === 'first' ? 1 : 0;
  const last = pins.length - 1 - (pins.at(-1) === 'last' ? 1 : 0);
  return Math.min(Math.max(to, first), last);
}
