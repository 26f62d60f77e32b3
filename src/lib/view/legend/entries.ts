/** What the legend explains, each entry with a sample number of no real report. A test fails if a pen or limit is missing here. */
import type { LegendEntry } from '../../format/types.js';
import type { Spoken } from '../../charts/scene/signs.js';

/** In the order of the legend: pens first, then limits, then the rarer kinds. */
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
