/** The type of a language's watched words; `watched.ts` says what they are for. */

/** Words directly before, or directly after, a number. */
export interface Beside {
  readonly before: RegExp;
  readonly after: RegExp;
}

export interface WatchedWords {
  /** Matches one letter of the language's script. */
  readonly letters: RegExp;
  /** Matches number words that are not numeral characters (dozen, twice). Global. */
  readonly numbers?: RegExp;
  /** Matches words that only make sense in one order of the sections. Global. */
  readonly order: RegExp;
  /** Words next to a number that present it as a result. */
  readonly result: Beside;
  /** Words next to a number that present it as a target. */
  readonly target: Beside;
}
