/** The report itself as a field of its characters, with its numbers lit where they stand. */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';
import { comparators, figureKinds } from '../scene/comparators.js';

export const spec: KindSpec = {
  kind: 'report-field',
  states: ['field', 'lit', 'group'],
  through: false,
  scale: 'none',
  needs: { report: true },
  figures: { min: 1, max: 1000 },
  derived: { min: 0, max: 20 },
  comparators,
  kinds: figureKinds,
  options: {
    // What stands at the torn edges: what is missing before the text, and after it.
    before: { type: 'texts' },
    after: { type: 'texts' },
    // Short names for the passages, one each, in the report's order; else its own headings, cut short.
    labels: { type: 'texts' },
  },
  refuse,
};

function refuse({ derived }: RefusalInput): readonly Message[] {
  return derived
    .filter((entry) => entry.operation !== 'count')
    .map((entry) => ({ zh: `${entry.id} 不是计数（count）`, en: `${entry.id} is not a count` }));
}
