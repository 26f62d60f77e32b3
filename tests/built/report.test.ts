/** The source page is the report, and the figures for machines lead back into it. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derivedIds, editions, figures, parseCsv, report } from '../support/story-files.js';
import { open, read } from './site.js';

interface PublishedFigure {
  readonly id: string;
  readonly section: string;
  readonly value: number;
  readonly unit: string;
  readonly comparator: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly subjects: readonly Readonly<Record<string, string>>[];
  readonly note?: unknown;
}

interface Published {
  readonly report: { readonly sha256: string; readonly length: number };
  readonly figures: readonly PublishedFigure[];
  readonly derived: readonly {
    readonly id: string;
    readonly value: number;
    readonly unit: string;
    readonly formula: string;
    readonly from: readonly string[];
    readonly caveat: Readonly<Record<string, string>>;
  }[];
}

describe.each(editions.map((_, i) => (i === 0 ? 'source/index.html' : `${editions[i]}/source/index.html`)))(
  '%s',
  (path) => {
    const page = open(path);

    it('is the report, character by character', () => {
      expect(page.querySelector('[data-report]')?.textContent).toBe(report);
    });

    it.each(figures)('marks $id where the report says it', ({ id, start, end }) => {
      const mark = page.getElementById(`f-${id}`);
      expect(mark?.textContent).toBe(report.slice(Number(start), Number(end)));
      expect(offsetOf(mark, page.querySelector('[data-report]'))).toBe(Number(start));
    });
  },
);

describe('data/figures.json', () => {
  const published = JSON.parse(read('data/figures.json')) as Published;

  it('names the report that it was made from', () => {
    expect(published.report).toEqual({
      sha256: createHash('sha256').update(report, 'utf8').digest('hex'),
      length: report.length,
    });
  });

  it('has every figure of the table, in its order', () => {
    expect(published.figures.map(({ id }) => id)).toEqual(figures.map(({ id }) => id));
  });

  it.each(published.figures.map((figure, i) => ({ ...figure, row: figures[i] ?? {} })))(
    'finds $id in the report by its offsets',
    ({ row, ...figure }) => {
      const said = report.slice(figure.start, figure.end);
      expect(said).toContain(row.value);
      expect(said).toContain(figure.unit);
      expect(figure.value).toBe(Number(row.value));
      expect(figure.unit).toBe(row.unit);
      expect(report.slice(figure.quoteStart, figure.quoteEnd)).toBe(figure.quote);
      expect(figure.quote).toContain(said);
      expect(figure.quoteStart).toBeLessThanOrEqual(figure.start);
      expect(figure.quoteEnd).toBeGreaterThanOrEqual(figure.end);
      expect(figure.sentenceStart).toBeLessThanOrEqual(figure.quoteStart);
      expect(figure.sentenceEnd).toBeGreaterThanOrEqual(figure.quoteEnd);
      expect(['=', '>=', '>', '<=', 'strive']).toContain(figure.comparator);
      expect(['reported', 'target', 'ceiling', 'threshold', 'scale']).toContain(figure.kind);
      expect(figure.comparator).toBe(row.comparator);
      expect(figure.kind).toBe(row.kind);
      expect(figure.section).toBe(row.section);
      expect(figure.subjects.map(({ zh }) => zh)).toEqual((row.subjects_zh ?? '').split('|'));
      expect(figure.subjects.every(({ zh, en }) => zh && en)).toBe(true);
    },
  );

  it('explains every derived figure by figures that there are', () => {
    expect(published.derived.map(({ id }) => id)).toEqual(derivedIds);
    const known = new Set([...figures.map(({ id }) => id), ...derivedIds]);
    for (const derived of published.derived) {
      expect(Number.isFinite(derived.value), derived.id).toBe(true);
      expect(derived.formula, derived.id).not.toBe('');
      expect(derived.formula, derived.id).not.toMatch(/undefined|NaN|\[object/);
      expect(derived.from.filter((id) => !known.has(id))).toEqual([]);
      expect(Object.keys(derived.caveat), derived.id).toEqual(expect.arrayContaining([...editions]));
    }
  });
});

describe('data/figures.csv', () => {
  const [header = [], ...rows] = parseCsv(read('data/figures.csv').replace(/^\uFEFF/, ''));

  it('has a row a figure', () => {
    const id = header.indexOf('id');
    expect(rows.map((row) => row[id])).toEqual(figures.map((figure) => figure.id));
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  it('starts no formula in anyone’s spreadsheet', () => {
    const starters = rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[=<>]{1,2}$/.test(cell));
    expect(starters).toEqual([]);
  });
});

/** How many characters of the report stand before an element. */
function offsetOf(mark: Element | null, root: Element | null): number {
  if (!mark || !root) return -1;
  let before = 0;
  for (let node: Node = mark; node !== root; node = node.parentNode ?? root) {
    for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
      before += sibling.nodeType === 8 ? 0 : (sibling.textContent ?? '').length;
    }
  }
  return before;
}
