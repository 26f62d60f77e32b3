/**
 * Normalises characters that look like others: ⼆ (a radical) like 二, ｔｅｎ like ten, ﬁ like fi, ㋀ for 1月. Texts are searched in the
 * normalised form; `offsets` leads back to the typed text.
 */
import { defined } from '../invariants/defined.js';

/** A normalised text. */
export interface Form {
  readonly text: string;
  /** Index in the typed text of each character of `text`, and of its end. */
  readonly offsets: readonly number[];
}

/** Replaces compatibility characters by the ordinary ones (Unicode NFKC), and the stroke ㇐, which NFKC keeps, by 一. */
export const ordinary = (text: string): string => text.normalize('NFKC').replaceAll('㇐', '一');

/** Unicode blocks whose characters have an ordinary equivalent. */
const twins =
  /[\u2e80-\u2fdf\u3190-\u319f\u31d0\u3200-\u33ff\uf900-\ufaff\ufb00-\ufb06\uff21-\uff5a\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f2ff}\u{2f800}-\u{2fa1f}]/u;

/**
 * Normalises letters but no numerals, which other checks look for as typed: Ⅱ is a numeral, II may be none. Undefined if there is
 * nothing to normalise.
 */
export function ordinaryLetters(text: string): Form | undefined {
  if (!twins.test(text)) return undefined;
  return formOf(text, (character) => (/\p{N}/u.test(character) ? character : ordinary(character)));
}

/**
 * Builds a normalised text.
 *
 * @param change called with each character and its index; returns its replacement, of any length
 */
export function formOf(text: string, change: (character: string, at: number) => string): Form {
  let changed = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const put = change(character, at);
    changed += put;
    for (let i = 0; i < put.length; i += 1) offsets.push(at);
    at += character.length;
  }
  offsets.push(text.length);
  return { text: changed, offsets };
}

/**
 * The span of the typed text that became `start` to `end` of the normalised one. A typed character that became several is
 * included whole.
 */
export function spanBefore({ offsets }: Form, start: number, end: number): { start: number; end: number } {
  let last = end;
  while (last < offsets.length - 1 && offsets[last] === offsets[last - 1]) last += 1;
  return { start: defined(offsets[start], 'first character'), end: defined(offsets[last], 'last character') };
}
