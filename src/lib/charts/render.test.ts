import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { registry } from './registry.js';
import { stringsOf } from './scene/options.js';
import { kindSpecs } from './specs.js';

// The static map is the server's, fetched as the server's code is.
const { chartComponents } = await import('./components.js');

const examples = Object.values(registry).flatMap((kind) => kind.examples);
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

  it.each(examples)(
    'link every figure in the last state on each scale: $input.kind $input.name',
    ({ input, states }) => {
      const { apart } = registry[input.kind]?.spec ?? {};
      const onSecond = ({ state }: (typeof states)[number]) => apart?.states.includes(state) === true;
      const body = [true, false]
        .flatMap((second) => states.findLast((state) => onSecond(state) === second) ?? [])
        .map((state) => html(input, state))
        .join('');
      for (const figure of input.figures) {
        expect(body).toContain(`data-figure="${figure.id}"`);
        expect(body).toContain(`href="${figure.href}"`);
      }
    },
  );

  it.each(cases)('name nothing that another picture of the page could name: $name', ({ input, state }) => {
    const body = html({ ...input, section: 'one', name: 'two' }, state);
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const meant = [...body.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
    expect(ids.filter((id) => !id?.startsWith('one-two-'))).toEqual([]);
    expect(meant.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('keep every quoted word whatever the state, where they are made of words', () => {
    const worded = cases.filter(({ input }) => registry[input.kind]?.spec.words);
    expect(worded.length).toBeGreaterThan(0);
    for (const { input, state } of worded) {
      const { options = {} } = registry[input.kind]?.spec ?? {};
      const quoting = Object.keys(options).filter((name) => options[name]?.type === 'quotes');
      const body = html(input, state).replace(/<!--.*?-->/g, '');
      for (const quote of quoting.flatMap((name) => stringsOf(input, name)))
        expect(body).toContain(`<q>${quote}</q>`);
    }
  });

  it('bear no style of their own', () => {
    for (const { input, state } of cases) expect(html(input, state)).not.toContain('style=');
  });
});
