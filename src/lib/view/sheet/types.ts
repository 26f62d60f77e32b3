/**
 * What the source sheet shows, as the browser fetches it: one file an edition, plain values, everything already in words.
 * The browser's part needs no language, no report and no arithmetic of its own.
 */
import type { Printed } from '../../format/types.js';

/** A piece of the sentence; the number lies inside the clause. */
export interface Segment {
  readonly text: string;
  readonly mark?: 'clause' | 'number';
}

/** Parts of the whole report, from 0 to 1. */
export interface ReportPosition {
  /** How the passage is called. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

export interface SheetFigure {
  readonly id: string;
  readonly printed: Printed;
  readonly subjects: string;
  /** Which of the page's signs (lib/charts/scene/signs.ts) stands beside it. */
  readonly sign: string;
  readonly kind: string;
  readonly limit: string;
  readonly sentence: readonly Segment[];
  /** Our rendering of the sentence, in editions of other languages. */
  readonly rendering?: string;
  readonly place: ReportPosition;
  readonly note?: string;
  /** Ids of our arithmetic made from it. */
  readonly usedIn: readonly string[];
}

/** A piece of a formula: an operand bears the id of its own sheet. */
export interface FormulaPiece {
  readonly text: string;
  readonly figure?: string;
  readonly derived?: string;
  /** What the operand is said of; left out where the operands are many. */
  readonly label?: string;
  /** Words of the report. */
  readonly quote?: true;
  /** Our rendering of them, in editions of other languages. */
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
  /** In the report's order: previous and next walk through it. */
  readonly figures: readonly SheetFigure[];
  readonly derived: readonly SheetDerived[];
}
