/** Figures for tests of the languages, with only the fields that printing reads. */
import type { Comparator, Derived, Figure, Operation } from '../story/types.js';

export function figure(
  printed: string,
  unit: string,
  span = printed + unit,
  comparator: Comparator = '=',
  quote = span,
): Figure {
  const at = { start: 0, end: span.length };
  return {
    id: 'example',
    section: 'section',
    value: Number(printed),
    printed,
    unit,
    comparator,
    kind: 'target',
    measure: 'measure',
    span: { ...at, text: span },
    quote: { ...at, text: quote },
    sentence: { ...at, text: quote },
    subjects: [{ zh: '例', en: 'example' }],
  };
}

export function derived(
  printed: string,
  unit: string,
  operation: Operation,
  comparator: Comparator = '=',
): Derived {
  return {
    id: 'example',
    section: 'section',
    operation,
    value: Number(printed),
    printed,
    unit,
    comparator,
    from: [],
    formula: [],
    label: { zh: '例', en: 'example' },
    caveat: { zh: '例', en: 'example' },
  };
}
