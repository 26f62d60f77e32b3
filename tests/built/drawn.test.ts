/** Every figure of a section is drawn: the prerendered stage, which shows the section's final state, contains a link to it. */
import { describe, expect, it } from 'vitest';
import { all, open, read } from './site.js';

interface Listed {
  readonly figures: readonly { readonly id: string; readonly section: string }[];
}

const page = open('index.html');
const { figures }: Listed = JSON.parse(read('data/figures.json'));

describe('the figures of a section', () => {
  const stages = new Map(all(page, '[data-stage]').map((stage) => [stage.getAttribute('data-stage'), stage]));
  const published = figures.filter(({ section }) => stages.has(section));

  it('belong to sections that have a stage', () => {
    expect(published.length).toBeGreaterThan(0);
  });

  it.each([...new Set(published.map(({ section }) => section))])('are all drawn: %s', (section) => {
    const stage = stages.get(section);
    const drawn = new Set(
      stage ? all(stage, '[data-figure]').map((link) => link.getAttribute('data-figure')) : [],
    );
    const own = published.filter((figure) => figure.section === section).map(({ id }) => id);
    expect(own.filter((id) => !drawn.has(id))).toEqual([]);
  });
});
