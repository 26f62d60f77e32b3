/** Sentences on the stage: the report's own, or ours with linked numbers; framed empty where the report states an absence. */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';

export const spec: KindSpec = {
  kind: 'statements',
  states: ['start', 'drawn'],
  through: false,
  scale: 'none',
  words: true,
  figures: { min: 0, max: 0 },
  derived: { min: 0, max: 0 },
  comparators: [],
  kinds: [],
  options: { quotes: { type: 'quotes' }, texts: { type: 'texts' }, absent: { type: 'flag' } },
  refuse,
};

function refuse({ options }: RefusalInput): readonly Message[] {
  const given = ['quotes', 'texts'].filter((name) => options[name] !== undefined);
  return given.length === 1
    ? []
    : [{ zh: 'quotes 与 texts 须给出其一，且只给其一', en: 'give either quotes or texts, one of the two' }];
}
