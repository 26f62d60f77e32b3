/** What the legend explains, each with a neutral sample. Complete: a pen or limit of the grammar that is missing here fails a test. */
import type { Spoken } from '../charts/signs.js';

export type LegendEntry =
  'reported' | 'target' | 'strive' | 'orMore' | 'above' | 'ceiling' | 'threshold' | 'scale' | 'derived';

/** In the order in which they are explained: pens first, then limits, then the rarer kinds. */
export const legendEntries: Readonly<Record<LegendEntry, Spoken>> = {
  reported: { kind: 'reported', comparator: '=' },
  target: { kind: 'target', comparator: '=' },
  strive: { kind: 'target', comparator: 'strive' },
  orMore: { kind: 'target', comparator: '>=' },
  above: { kind: 'target', comparator: '>' },
  ceiling: { kind: 'ceiling', comparator: '<=' },
  threshold: { kind: 'threshold', comparator: '>=' },
  scale: { kind: 'scale', comparator: '=' },
  derived: { kind: 'derived', comparator: '=' },
};
