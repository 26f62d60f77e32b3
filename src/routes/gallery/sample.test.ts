import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { registry } from '$lib/charts/registry.js';
import { purposeOf } from './purpose.js';
import { sampleOf } from './sample.js';

interface Sample {
  readonly stage: readonly Readonly<Record<string, unknown>>[];
  readonly steps: readonly { readonly id: string; readonly show: string | { readonly state: string } }[];
}

const cases = Object.values(registry).flatMap(({ spec, examples }) =>
  examples.map((example) => ({ spec, example, name: `${spec.kind} ${example.input.name}` })),
);

describe('the section file that the gallery shows', () => {
  it.each(cases)('says nothing that the kind does not know: $name', ({ spec, example }) => {
    const { stage, steps }: Sample = parse(sampleOf(spec, example));
    const known = ['chart', 'as', 'title', 'alt', 'figures', 'derived', ...Object.keys(spec.options)];
    expect(stage).toHaveLength(1);
    expect(Object.keys(stage[0] ?? {}).filter((key) => !known.includes(key))).toEqual([]);
    const states = steps.map(({ show }) => (typeof show === 'string' ? show : show.state));
    expect(states.filter((state) => !spec.states.includes(state))).toEqual([]);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });

  it('leaves open where in the report quoted words stand, and tells them beside', () => {
    const { spec, example } = registry['statements'] ?? {};
    if (!spec || !example) throw new Error('the statements have gone');
    expect(sampleOf(spec, example)).toMatch(/- \[ start, end \] # \S/);
  });

  it.each(Object.keys(registry))('is told what %s is for', (kind) => {
    expect(purposeOf(kind)).toMatch(/\.$/);
  });
});
