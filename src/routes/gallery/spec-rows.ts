/**
 * A kind's conditions as rows of a table. Its own refusals (`refuse`) are code and cannot be listed; the kind's purpose
 * summarises them.
 */
import type { KindSpec, OptionSpec } from '$lib/story/types.js';
import { words } from './words.js';

export interface SpecRow {
  readonly name: string;
  readonly values: readonly string[];
}

const range = ({ min, max }: KindSpec['figures']) =>
  max === 0 ? words.none : min === max ? `${max}` : `${min}–${max}`;

function optionValue([name, { type, words: choice, required }]: readonly [string, OptionSpec]): string {
  const kind = choice ? choice.join(' | ') : type;
  return `${name}: ${kind}${required ? ` (${words.required})` : ''}`;
}

export function specRows(spec: KindSpec): readonly SpecRow[] {
  const { rows, scales } = words;
  const draws = spec.figures.max > 0;
  return [
    { name: rows.figures, values: [range(spec.figures)] },
    { name: rows.derived, values: [range(spec.derived)] },
    { name: rows.units, values: [draws ? scales[spec.scale] : words.noFigures] },
    { name: rows.comparators, values: spec.comparators },
    { name: rows.kinds, values: spec.kinds },
    { name: rows.states, values: spec.states },
    { name: rows.steps, values: spec.through ? ['through', 'highlight'] : ['highlight'] },
    { name: rows.options, values: Object.entries(spec.options).map(optionValue) },
  ].map((row) => ({ ...row, values: row.values.length > 0 ? row.values : [words.none] }));
}
