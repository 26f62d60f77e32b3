/** Our own prose as it was read: what is held to the report where it quotes (`quotations.ts`). */
import type { Place } from './problems.js';
import type { EditionCode } from './types.js';

/** A run of a text as it was read: words that know where in the file each character stands, or a reference by its id. */
export type SaidRun =
  | { readonly text: string; readonly placeAt: (index: number) => Place }
  | { readonly reference: Reference; readonly place: Place };

/** What a text refers to by its id; undefined where the id is unknown, which another check reports. */
export type Reference =
  { readonly type: 'figure' | 'derived' | 'see' | 'term'; readonly id: string } | undefined;

/** One paragraph of our own prose. */
export interface Said {
  readonly edition: EditionCode;
  /** The section whose text it is, if it is one's. */
  readonly section: string | undefined;
  readonly runs: readonly SaidRun[];
}
