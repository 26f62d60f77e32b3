/**
 * The words that the checks look for in our own prose, by edition. Each language has its list in a file; without one, the checks
 * look only for digits and ids. `wording.ts` decides what follows from a match.
 */
import type { EditionCode } from './types.js';
import type { WatchedWords } from './watched-words.js';
import { watchedEn } from './watched-en.js';
import { watchedZh } from './watched-zh.js';

export const watchedWords: ReadonlyMap<EditionCode, WatchedWords> = new Map([
  ['zh', watchedZh],
  ['en', watchedEn],
]);
