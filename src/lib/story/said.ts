/** The type of our own prose as read from the files. `quotations.ts` compares its quotations with the report. */
import type { Place } from './problems.js';
import type { EditionCode } from './types.js';

/** A run of a text: words, with the position in the file of each character, or a reference by id. */
export type SaidRun =
  | { readonly text: string; readonly placeAt: (index: number) => Place }
  | { readonly reference: Reference; readonly place: Place };

/** What a text refers to by id; undefined if the id is unknown, which another check reports. */
export type Reference =
  { readonly type: 'figure' | 'derived' | 'see' | 'term'; readonly id: string } | undefined;

/** One paragraph of our own prose. */
export interface Said {
  readonly edition: EditionCode;
  /** Id of the section that the text belongs to; undefined for other texts. */
  readonly section: string | undefined;
  readonly runs: readonly SaidRun[];
}
