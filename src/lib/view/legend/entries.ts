/** What the legend explains, each with a neutral sample. Complete: a pen or limit of the grammar that is missing here fails a test. */
import type { LegendEntry } from '../../format/types.js';
import type { Spoken } from '../../charts/scene/signs.js';

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
