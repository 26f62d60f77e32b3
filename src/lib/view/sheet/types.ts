/**
 * The source sheet's data as the browser fetches it: one JSON file per edition, with every text already in the edition's words.
 * So the browser needs no language, no report and no arithmetic.
 */
import type { Printed } from '../../format/types.js';

/** A piece of the sentence. `mark` tells the clause from the number inside it; without a mark, the rest of the sentence. */
export interface Segment {
  readonly text: string;
  readonly mark?: 'clause' | 'number';
}

/**
 * Where a figure and its passage are in the report; numbers are shares of the report's length, from 0 (its first character) to 1
 * (its end).
 */
export interface ReportPosition {
  /** The passage's name. */
  readonly label: string;
  /** The passage's range. */
  readonly start: number;
  readonly end: number;
  /** The figure's position. */
  readonly at: number;
}

export interface SheetFigure {
  readonly id: string;
  readonly printed: Printed;
  readonly subjects: string;
  /** Name of the sign (lib/charts/scene/signs.ts) drawn beside the number. */
  readonly sign: string;
  readonly kind: string;
  readonly limit: string;
  readonly sentence: readonly Segment[];
  /** Our rendering of the sentence, in editions of other languages than the report's. */
  readonly rendering?: string;
  readonly place: ReportPosition;
  readonly note?: string;
  /** Ids of the derived figures that are computed from it. */
  readonly usedIn: readonly string[];
}

/** A piece of a formula. An operand has the id of its own sheet in `figure` or `derived`; other pieces are only text. */
export interface FormulaPiece {
  readonly text: string;
  readonly figure?: string;
  readonly derived?: string;
  /** The operand's subject; left out if the formula has many operands. */
  readonly label?: string;
  /** Whether the text is quoted from the report. */
  readonly quote?: true;
  /** Our rendering of the quoted words, in editions of other languages. */
  readonly rendering?: string;
}

export interface SheetDerived {
  readonly id: string;
  readonly printed: Printed;
  readonly sign: string;
  readonly label: string;
  readonly kind: string;
  readonly formula: readonly FormulaPiece[];
  readonly caveat: string;
}

export interface SheetData {
  /** In the report's order; the sheet's “previous” and “next” follow it. */
  readonly figures: readonly SheetFigure[];
  readonly derived: readonly SheetDerived[];
}
