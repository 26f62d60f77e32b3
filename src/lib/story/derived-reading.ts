/** What the reader of `derived.yaml` needs from the rest of the story. */
import type { TextReading } from './texts.js';
import type { Figure, Measure } from './types.js';

export interface DerivedReading extends TextReading {
  /** Figures without problems, in the report's order. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Ids of all figures, also of those with problems. */
  readonly figureIds: ReadonlySet<string>;
  readonly figuresComplete: boolean;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly sections: ReadonlySet<string>;
  /** False if `untold.yaml` could not be read, so that an unknown section id may be valid. */
  readonly sectionsComplete: boolean;
  readonly report: string;
}
