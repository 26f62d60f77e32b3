/** What reading `derived.yaml` needs to know of the rest of the story. */
import type { TextReading } from './texts.js';
import type { Figure, Measure } from './types.js';

export interface DerivedReading extends TextReading {
  /** In the report's order; only those that could be read in full. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** All figure ids, the broken ones included. */
  readonly figureIds: ReadonlySet<string>;
  readonly figuresComplete: boolean;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly sections: ReadonlySet<string>;
  /** False where the list of untold passages cannot be read. */
  readonly sectionsComplete: boolean;
  readonly report: string;
}
