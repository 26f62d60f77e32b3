/** The story page says all that the files say, in their order, before any script runs. */
import { describe, expect, it } from 'vitest';
import { defined } from '../../src/lib/invariants/defined.js';
import { derivedIds, editions, figures, findings, report, sections } from '../support/story-files.js';
import { all, open } from './site.js';

describe.each(
  editions.map((edition, i) => ({ edition, path: i === 0 ? 'index.html' : `${edition}/index.html` })),
)('the story in $edition', ({ edition, path }) => {
  const page = open(path);

  it('has every published section, in the order of order.yaml, and no other', () => {
    const found = all(page, 'section[data-section]').map((section) => section.getAttribute('data-section'));
    expect(found).toEqual(sections.map(({ id }) => id));
  });

  it.each(sections)('has every step of "$id" in order, with an address of its own', ({ id, steps }) => {
    const section = page.getElementById(id);
    expect(section?.getAttribute('data-section')).toBe(id);
    const found = all(section ?? page, '[data-step]');
    expect(found.map((step) => step.getAttribute('data-step'))).toEqual(steps.map((step) => step.id));
    expect(found.map((step) => step.id)).toEqual(steps.map((step) => `${id}--${step.id}`));
  });

  it.skipIf(findings.length === 0)(
    'has every finding of the brief, with its number, its way and its picture',
    () => {
      const printed = all(page, '[data-finding]');
      expect(printed.map((finding) => finding.getAttribute('data-finding'))).toEqual(
        findings.map(({ id }) => id),
      );
      for (const [i, { step, picture }] of findings.entries()) {
        const found = defined(printed[i], 'finding');
        expect(found.querySelector('a.go')?.getAttribute('href')).toBe(`#${step}`);
        const small = all(found, 'svg.small-picture');
        expect(small, `${step} ${picture ?? ''}`).toHaveLength(picture === undefined ? 0 : 1);
        for (const svg of small) {
          expect(all(svg, 'rect, line, path').length).toBeGreaterThan(1);
          // The sentence beside it says what it shows, with links of its own.
          expect(svg.textContent.trim()).toBe('');
          expect(all(svg, 'a')).toEqual([]);
        }
      }
    },
  );

  it.each(sections)('prints the text of "$id" complete', ({ id, steps, texts }) => {
    for (const step of steps) {
      const shown = plain(page.getElementById(`${id}--${step.id}`)?.textContent ?? '');
      expectInOrder(shown, wordsOf(step.text[edition] ?? ''), `${id}--${step.id}`);
    }
    const shown = plain(page.getElementById(id)?.textContent ?? '');
    for (const text of texts) expectInOrder(shown, wordsOf(text[edition] ?? ''), id);
  });

  it('sets another section’s title apart from the word before it, as the language does', () => {
    const said = all(page, 'a.see').map((link) => link.firstChild?.textContent ?? '');
    expect(said.length).toBeGreaterThan(0);
    for (const word of said) expect(word).toMatch(edition === 'zh' ? /\S$/u : /\S $/u);
  });

  it.each(sections.filter(({ heading }) => heading))(
    'quotes the report’s own heading over "$id"',
    ({ id, heading }) => {
      const quoted = report.slice(heading?.[0], heading?.[1]);
      const section = page.getElementById(id);
      expect(
        all(section ?? page, 'q, blockquote, [data-quote]').map((quote) => plain(quote.textContent)),
      ).toContain(plain(quoted));
    },
  );

  it('bears no id twice', () => {
    const ids = all(page, '[id]').map((element) => element.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('links every figure of its sections to its sentence in the source', () => {
    const published = new Set(sections.map(({ id }) => id));
    for (const { id } of figures.filter(({ section = '' }) => published.has(section))) {
      const links = all(page, `main a[data-figure="${id}"]`).map((link) => link.getAttribute('href') ?? '');
      expect(links.length, `links of ${id}`).toBeGreaterThan(0);
      expect(links.filter((href) => !href.endsWith(`source/#f-${id}`))).toEqual([]);
    }
  });

  it('links only figures and derived figures that there are', () => {
    const known = new Set(figures.map(({ id }) => id));
    const named = all(page, '[data-figure]').map((element) => element.getAttribute('data-figure') ?? '');
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    const computed = all(page, '[data-derived]').map((element) => element.getAttribute('data-derived') ?? '');
    expect(computed.filter((id) => !derivedIds.includes(id))).toEqual([]);
  });

  it('goes down its headings one level at a time', () => {
    const levels = all(page, 'h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.tagName.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const leaps = levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1);
    expect(leaps).toEqual([]);
  });
});

/** Spaces come and go with the markup; the words must not. */
function plain(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The words of a running text between its numbers and links, whose printed forms are another test's matter. */
function wordsOf(text: string): string[] {
  return text
    .split(/\[\[[^\]]*\]\]|\*+|\]\([^)]*\)|\[/)
    .map(plain)
    .filter((words) => words !== '');
}

function expectInOrder(shown: string, words: readonly string[], where: string): void {
  let from = 0;
  for (const word of words) {
    const at = shown.indexOf(word, from);
    expect(at, `"${word}" in ${where}`).toBeGreaterThanOrEqual(0);
    from = at + word.length;
  }
}
