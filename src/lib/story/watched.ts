/**
 * The words that the checks watch for in our own prose, by edition. A language brings its lists in a file of its own; one
 * without is checked for digits and ids alone. What follows from a find is decided in `wording.ts`.
 */
import type { EditionCode } from './types.js';
import { watchedEn } from './watched-en.js';
import { watchedZh } from './watched-zh.js';

/** Words directly before, or directly after, a number. */
export interface Beside {
  readonly before: RegExp;
  readonly after: RegExp;
}

export interface WatchedWords {
  /** A letter of the language's own script. */
  readonly letters: RegExp;
  /** Number words that are no numeral characters: dozen, twice. Global. */
  readonly numbers?: RegExp;
  /** Words that only make sense in one order of the sections. Global. */
  readonly order: RegExp;
  /** Words that say of the number next to them that it has come about. */
  readonly result: Beside;
  /** Words that say of the number next to them that it is only wanted. */
  readonly target: Beside;
}

export const watchedWords: ReadonlyMap<EditionCode, WatchedWords> = new Map([
  ['zh', watchedZh],
  ['en', watchedEn],
]);
