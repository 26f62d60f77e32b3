import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { joinedExample } from './bars/example.js';
import { registry } from './registry.js';
import { kindSpecs } from './specs.js';
import { textsExample } from './statements/example.js';

// The static map is the server's, fetched as the server's code is.
const { chartComponents } = await import('./components.js');

const examples = [...Object.values(registry).map((kind) => kind.example), joinedExample, textsExample];
const cases = examples.flatMap(({ input, states }) =>
  states.map((state) => ({
    input,
    state,
    name: `${input.kind} ${input.name} ${Object.values(state).join(' ')}`,
  })),
);

function html(input: (typeof cases)[number]['input'], state: (typeof cases)[number]['state']): string {
  const component = chartComponents[input.kind];
  if (!component) throw new Error(`no component draws ${input.kind}`);
  return render(component, { props: { input, state } }).body;
}

describe('prerendered charts', () => {
  it('exist for every kind', () => {
    expect(Object.keys(chartComponents)).toEqual(kindSpecs.map((spec) => spec.kind));
    expect(Object.keys(registry)).toEqual(kindSpecs.map((spec) => spec.kind));
  });

  it.each(cases)('are sound: $name', ({ input, state }) => {
    const body = html(input, state);
    expect(body).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(body).not.toMatch(/<svg[^>]*><\/svg>/);
    expect(body).not.toContain('<style');
  });

  it.each(cases)('print no numeral outside a link: $name', ({ input, state }) => {
    const unlinked = html(input, state)
      .replace(/<a[\s\S]*?<\/a>/g, '')
      .replace(/<[^>]*>/g, '');
    expect(unlinked).not.toMatch(/[0-9]/);
  });

  it.each(examples)('link every figure in their last state: $input.kind $input.name', ({ input, states }) => {
    const last = states.at(-1);
    if (!last) throw new Error('an example without states');
    const body = html(input, last);
    for (const figure of input.figures) {
      expect(body).toContain(`data-figure="${figure.id}"`);
      expect(body).toContain(`href="${figure.href}"`);
    }
  });

  it('have pattern ids of their own', () => {
    const [{ input } = joinedExample] = [registry['index-bars']?.example ?? joinedExample];
    const body = html({ ...input, section: 'one', name: 'two' }, { state: 'indexed' });
    expect(body).toContain('id="one-two-lost"');
    expect(body).toContain('url(#one-two-lost)');
  });
});
