import { describe, expect, it } from 'vitest';
import { registry } from '../charts/registry.js';
import type { ChartFigure, ChartInput } from '../charts/scene/types.js';
import { derivedHref, figureHref } from './hrefs.js';
import { readInput, serialiseInput } from './serialised-input.js';

const examples = Object.values(registry).flatMap(({ examples: all }) => all.map(({ input }) => input));

/** The input as a page has it, with addresses that begin with the page's `base`. */
function onPage(input: ChartInput, base: string): ChartInput {
  const place = (figure: ChartFigure) => ({
    ...figure,
    href: (figure.source === 'figure' ? figureHref : derivedHref)(base, figure.id),
  });
  return { ...input, figures: input.figures.map(place), derived: input.derived.map(place) };
}

describe('a chart’s input, written into a page and read again', () => {
  it.each(examples)('is the same: $kind $name', (example) => {
    for (const base of ['./', '../../']) {
      const input = onPage(example, base);
      const read = readInput(serialiseInput(input, base), input.words);
      const { caveat: _caveat, ...expected } = input;
      const unplaced = ({ at: _at, ...figure }: ChartFigure) => figure;
      const located = input.report !== undefined;
      expect(read).toEqual({
        ...expected,
        title: [],
        figures: located ? input.figures : input.figures.map(unplaced),
        derived: located ? input.derived : input.derived.map(unplaced),
      });
    }
  });

  it('keeps what does not follow from the rest', () => {
    const [example] = examples;
    const [figure] = example?.figures ?? [];
    if (!example || !figure) throw new Error('no example');
    const odd: ChartFigure = { ...figure, href: '#elsewhere', short: 'short', comparator: '>=' };
    const read = readInput(serialiseInput({ ...example, figures: [odd] }, './'), example.words);
    expect(read.figures[0]).toMatchObject({ href: '#elsewhere', short: 'short', comparator: '>=' });
  });
});
