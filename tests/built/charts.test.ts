/** The pictures that a reader without script has are complete, and no slip of a program is printed in them. */
import { describe, expect, it } from 'vitest';
import { editions, sections } from '../support/story-files.js';
import { all, open, pages } from './site.js';

const graphic = 'path, rect, circle, line, polygon, polyline, use';

describe.each(
  editions.map((edition, i) => ({ edition, path: i === 0 ? 'index.html' : `${edition}/index.html` })),
)('the prerendered pictures of the story in $edition', ({ path }) => {
  const page = open(path);

  it.each(sections)('show the final state of "$id"', ({ id, steps }) => {
    const stage = page.querySelector(`figure[data-stage="${id}"]`);
    expect(stage?.getAttribute('data-state')).toBe(steps.at(-1)?.state);
  });

  it.each(sections.flatMap(({ id, charts }) => charts.map((chart) => ({ section: id, ...chart }))))(
    'draw every figure of $section’s "$name"',
    ({ section, name, figures }) => {
      const chart = `figure[data-stage="${section}"] [data-name="${name}"]`;
      const plot = page.querySelector(`${chart} .plot`);
      expect(plot).not.toBeNull();
      // On its other scale too, where it has two.
      const drawn = new Set(
        all(page, `${chart} :is(.plot, .other-scale) [data-figure]`).map((mark) =>
          mark.getAttribute('data-figure'),
        ),
      );
      expect(figures.filter((id) => !drawn.has(id))).toEqual([]);
      expect(plot?.querySelector(graphic) !== null || plot?.textContent?.trim() !== '').toBe(true);
    },
  );

  it('are named for those who do not see them', () => {
    const nameless = all(page, 'figure[data-stage] [role="img"]').filter(
      (image) => !image.getAttribute('aria-label')?.trim() && !image.hasAttribute('aria-labelledby'),
    );
    expect(nameless).toEqual([]);
  });
});

it('a kind’s own sheet comes after what all kinds share, and so may differ from it', () => {
  const css = all(open('index.html'), 'style')
    .map((style) => style.textContent)
    .join('');
  const shared = css.indexOf('.c-words ul');
  expect(shared).toBeGreaterThan(0);
  expect(css.indexOf('.c-outline ul')).toBeGreaterThan(shared);
});

describe.each(pages)('%s', (path) => {
  const page = open(path);

  it('has no empty picture', () => {
    const empty = all(page, 'svg').filter((svg) => !svg.querySelector(graphic));
    expect(empty.map((svg) => svg.outerHTML)).toEqual([]);
  });

  it('prints no slip of a program', () => {
    const slips = /NaN|Infinity|undefined|\[object |\bnull\b/;
    const printed = [...page.documentElement.querySelectorAll('*')]
      .filter((element) => !['SCRIPT', 'STYLE', 'META'].includes(element.tagName.toUpperCase()))
      .flatMap((element) => [
        ...[...element.attributes].map(({ name, value }) => `${name}="${value}"`),
        ...[...element.childNodes]
          .filter((node) => node.nodeType === 3)
          .map((node) => node.textContent ?? ''),
      ]);
    expect(printed.filter((text) => slips.test(text))).toEqual([]);
  });
});

// The gallery shows beginnings too, in which there is nothing yet.
describe.each(pages.filter((path) => !path.startsWith('gallery/')))('%s', (path) => {
  it('has no mark without a size', () => {
    const page = open(path);
    const flat = all(page, 'svg path, svg rect, svg circle').filter(
      (mark) =>
        mark.getAttribute('d')?.trim() === '' ||
        mark.getAttribute('r') === '0' ||
        [mark.getAttribute('width'), mark.getAttribute('height')].some((size) => size?.startsWith('-')),
    );
    expect(flat.map((mark) => mark.outerHTML)).toEqual([]);
  });
});
