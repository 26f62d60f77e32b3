/**
 * The words that the checks watch for in our own prose, by edition. A language brings its lists in a file of its own; one
 * without is checked for digits and ids alone. What follows from a find is decided in `wording.ts`.
 */
import type { EditionCode } from './types.js';
import type { WatchedWords } from './watched-words.js';
import { watchedEn } from './watched-en.js';
import { watchedZh } from './watched-zh.js';

export const watchedWords: ReadonlyMap<EditionCode, WatchedWords> = new Map([
  ['zh', watchedZh],
  ['en', watchedEn],
]);
