/** The kinds' second and third examples, which the registry doesn't list, are prerendered as soundly as the first ones. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { aloneExample, targetsExample } from './dot-panels/example.js';
import type { ChartExample } from './example.js';
import { targetExample } from './folded-line/example.js';
import { shortExample } from './ladder/example.js';
import { chipsExample, listExample } from './outline/example.js';
import { limitsExample } from './share-grid/example.js';
import { pairExample } from './tiles/example.js';

const examples = [
  targetsExample,
  aloneExample,
  targetExample,
  limitsExample,
  shortExample,
  chipsExample,
  listExample,
  pairExample,
];
const cases = examples.flatMap(({ input, states }) =>
  states.map((state) => ({
    input,
    state,
    name: `${input.kind} ${input.name} ${Object.values(state).join(' ')}`,
  })),
);

// The static map is the server's, fetched as the server's code is.
const { chartComponents } = await import('./components.js');

function html(input: ChartExample['input'], state: ChartExample['states'][number]): string {
  const component = chartComponents[input.kind];
  if (!component) throw new Error(`no component draws ${input.kind}`);
  return render(component, { props: { input, state } }).body;
}

describe('prerendered charts', () => {
  it.each(cases)('are sound: $name', ({ input, state }) => {
    expect(html(input, state)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it.each(cases)('print no numeral outside a link: $name', ({ input, state }) => {
    const unlinked = html(input, state)
      .replace(/<a[\s\S]*?<\/a>/g, '')
      .replace(/<[^>]*>/g, '');
    expect(unlinked).not.toMatch(/[0-9]/);
  });

  it.each(examples)('link every figure in their last state: $input.kind $input.name', ({ input, states }) => {
    const last = states.at(-1);
    const body = last ? html(input, last) : '';
    for (const figure of input.figures) expect(body).toContain(`data-figure="${figure.id}"`);
  });

  it('keep every quoted word whatever the state', () => {
    for (const { input, state } of cases.filter((one) => one.input.kind === 'outline')) {
      const quotes = Object.values(input.options).flatMap((option) =>
        typeof option === 'object'
          ? option.filter((entry): entry is string => typeof entry === 'string')
          : [],
      );
      const body = html(input, state);
      for (const quote of quotes) expect(body).toContain(`<q>${quote}</q>`);
    }
  });
});
