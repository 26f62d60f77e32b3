/** The close lists every figure before any script runs, and the legend explains every mark that stands beside one. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { editions, figures, sections } from '../support/story-files.js';
import { all, open, read } from './site.js';

const roots = editions.map((edition, i) => (i === 0 ? '' : `${edition}/`));
const close = sections.at(-1)?.id ?? '';
const text = (element: Element | null) => (element?.textContent ?? '').trim();

describe.each(roots)('the ledger at the close of %sindex.html', (root) => {
  const page = open(`${root}index.html`);
  const ledger = page.querySelector(`section[data-section="${close}"] [data-ledger]`);
  const rows = all(ledger ?? page, 'tbody tr[data-kind]');

  it('stands below the last section’s steps', () => {
    expect(ledger).not.toBeNull();
    const order = all(page, `#${close} [data-step], #${close} [data-ledger]`);
    expect(order.at(-1)).toBe(ledger);
  });

  it('has a row for every figure, in the report’s order, by its passage', () => {
    const found = rows.map((row) => [
      row.querySelector('a[data-figure]')?.getAttribute('data-figure'),
      row.parentElement?.getAttribute('data-passage'),
      row.getAttribute('data-kind'),
      row.getAttribute('data-limit'),
    ]);
    expect(found).toEqual(
      figures.map(({ id, section, kind, comparator }) => [id, section, kind, comparator]),
    );
  });

  it('says of each what it is said of, what kind of statement it is, and its limit', () => {
    const silent = rows.filter(
      (row) =>
        text(row.querySelector('.subject')) === '' ||
        text(row.querySelector('.kind')) === '' ||
        (row.getAttribute('data-limit') !== '=' && text(row.querySelector('.kind small')) === ''),
    );
    expect(silent.map((row) => row.outerHTML)).toEqual([]);
  });

  it('counts what it lists', () => {
    expect(text(ledger?.querySelector('[role="status"] [data-count]') ?? null)).toBe(String(figures.length));
  });

  it('offers a filter for every section, kind, limit and unit that there is, and no ranking without a unit', () => {
    const offered = (name: string) =>
      all(ledger ?? page, `select[name="${name}"] option`).map(
        (option) => option.getAttribute('value') ?? '',
      );
    const column = (name: string) => [...new Set(figures.map((figure) => figure[name] ?? ''))].sort();
    expect(offered('section').filter(Boolean).sort()).toEqual(column('section'));
    expect(offered('kind').filter(Boolean).sort()).toEqual(column('kind'));
    expect(offered('limit').filter(Boolean).sort()).toEqual(column('comparator'));
    const units = new Set(rows.map((row) => row.getAttribute('data-unit')));
    expect(new Set(offered('unit').filter(Boolean))).toEqual(units);
    const ranking = all(ledger ?? page, 'option[value="falling"], option[value="rising"]');
    expect(ranking).toHaveLength(2);
    expect(ranking.every((option) => option.hasAttribute('disabled'))).toBe(true);
  });

  it('costs the page little', () => {
    const whole = read(`${root}index.html`);
    const without = whole.replace(ledger?.outerHTML ?? '', '');
    const start = whole.indexOf('data-ledger');
    const end = whole.indexOf('</section>', start);
    const lean = start < 0 ? without : whole.slice(0, whole.lastIndexOf('<div', start)) + whole.slice(end);
    const cost = gzipSync(whole, { level: 9 }).length - gzipSync(lean, { level: 9 }).length;
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThanOrEqual(12_000);
  });
});

describe.each(roots)('signs of %s', (root) => {
  it.each(['index.html', 'figures/index.html', 'legend/index.html'])('are all drawn on %s', (name) => {
    const page = open(root + name);
    const drawn = new Set(all(page, 'symbol[id]').map((symbol) => `#${symbol.id}`));
    const used = all(page, 'use').map((use) => use.getAttribute('href') ?? '');
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((href) => !drawn.has(href))).toEqual([]);
  });

  it('are there for whatever the source sheet opens', () => {
    const edition = root === '' ? editions[0] : root.slice(0, -1);
    const sheet = JSON.parse(read(`data/sheet.${edition}.json`)) as Record<
      'figures' | 'derived',
      readonly { readonly sign: string }[]
    >;
    const drawn = new Set(all(open(`${root}index.html`), 'symbol[id]').map((symbol) => symbol.id));
    const asked = [...sheet.figures, ...sheet.derived].map(({ sign }) => `sign---${sign}`);
    expect(asked.filter((id) => !drawn.has(id))).toEqual([]);
  });
});

describe.each(roots)('the legend %slegend/', (root) => {
  const page = open(`${root}legend/index.html`);
  const entries = all(page, '[data-entry]');

  it('draws each entry large, small, and says what it means', () => {
    expect(entries.length).toBeGreaterThanOrEqual(9);
    for (const entry of entries) {
      expect(entry.querySelector('svg.sample rect'), entry.getAttribute('data-entry') ?? '').not.toBeNull();
      expect(entry.querySelector('svg.sign use')).not.toBeNull();
      expect(text(entry.querySelector('h2'))).not.toBe('');
      expect(text(entry.querySelector('p'))).not.toBe('');
    }
  });

  it('prints no number that is not a figure of the story', () => {
    const bare = entries.map((entry) => {
      const copy = entry.cloneNode(true) as Element;
      for (const link of all(copy, 'a[data-figure], a[data-derived]')) link.remove();
      return text(copy);
    });
    expect(bare.filter((words) => /[0-9]/.test(words))).toEqual([]);
  });

  it('is led to from the story’s foot, the rail’s key and the source sheet', () => {
    const story = open(`${root}index.html`);
    for (const place of ['footer.site-foot', '[data-rail]', 'dialog[data-sheet]']) {
      expect(story.querySelector(`${place} a[href$="legend/"]`), place).not.toBeNull();
    }
  });
});
