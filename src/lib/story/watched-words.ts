/** What a language's list of watched words has to hold; see `watched.ts` for what they are watched for. */

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
