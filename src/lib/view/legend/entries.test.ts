/**
 * The charts have one visual grammar: the legend explains all of it, and every part of a page that draws a number uses the same
 * names.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparators, figureKinds } from '../../charts/scene/comparators.js';
import { barMarks, penOf, type Pen as ChartPen } from '../../charts/scene/grammar.js';
import { boxOf } from '../../charts/testing.js';
import { kindClass, sample, sign, signBox, signName, type Spoken } from '../../charts/scene/signs.js';
import type { ChartFigure } from '../../charts/scene/types.js';
import { formatFor } from '../../format/index.js';
import { legendEntries } from './entries.js';

const bar = { from: 0, to: 100, y: 0, height: 20 };
const figureOf = (spoken: Spoken): ChartFigure => ({
  ...spoken,
  id: 'any',
  source: spoken.kind === 'derived' ? 'derived' : 'figure',
  value: 7,
  unit: '棵',
  measure: 'trees',
  subjects: ['柳树'],
  printed: '7棵',
  short: '7棵',
  href: '#',
});
const entries = Object.values(legendEntries);
const kinds = [...figureKinds, 'derived'] as const;
const all: readonly Spoken[] = kinds.flatMap((kind) =>
  comparators.map((comparator) => ({ kind, comparator })),
);
const look = (spoken: Spoken) =>
  sample(spoken, bar).map(({ type, className, key }) => `${type} ${className} ${key}`);

describe('the legend', () => {
  it('explains every pen', () => {
    const pens: Readonly<Record<ChartPen, true>> = {
      reported: true,
      target: true,
      strive: true,
      derived: true,
    };
    const explained = new Set(entries.map((entry) => penOf(figureOf(entry))));
    expect(Object.keys(pens).filter((pen) => !explained.has(pen as ChartPen))).toEqual([]);
  });

  it('explains every comparator and every kind of figure', () => {
    expect(comparators.filter((limit) => !entries.some((entry) => entry.comparator === limit))).toEqual([]);
    expect(kinds.filter((kind) => !entries.some((entry) => entry.kind === kind))).toEqual([]);
  });

  it('shows every class that the grammar gives to any number, in one of its pens', () => {
    const shown = new Set(entries.flatMap((entry) => sample(entry, bar).map(({ className }) => className)));
    // The legend explains a bar's end once; the same end drawn with another pen also has that pen's class.
    const known = (className: string) =>
      shown.has(className) ||
      [...shown].some((other) => other.replace(/-[a-z]+$/, '') === className.replace(/-[a-z]+$/, ''));
    const drawn = new Set(
      all.flatMap((each) => barMarks(figureOf(each), { ...bar, key: 'k' }).map(({ className }) => className)),
    );
    expect([...drawn].filter((className) => !known(className))).toEqual([]);
  });

  it('shows no two alike', () => {
    // A figure of kind `scale` has a word in charts and, where there is no room for it, round ends.
    const rounded = (spoken: Spoken) =>
      sign(spoken).some((mark) => mark.type === 'rect' && mark.radius !== undefined);
    const looks = entries.map((entry) => `${look(entry).join()} ${rounded(entry)}`);
    expect(new Set(looks).size).toBe(entries.length);
  });

  it.each(['zh', 'en'])('is complete in %s, without a numeral', (edition) => {
    const { legend } = formatFor(edition).words;
    expect(Object.keys(legend.entries)).toEqual(Object.keys(legendEntries));
    expect(JSON.stringify(legend)).not.toMatch(/[0-9〇零一二两三四五六七八九十百千万亿]/);
    expect(JSON.stringify(legend)).not.toMatch(/:""/);
  });
});

describe('a sign', () => {
  it.each(all.map((each) => [signName(each), each] as const))('%s is what charts draw', (_, each) => {
    const charts = barMarks(figureOf(each), { ...bar, key: 'sample' });
    expect(look(each)).toEqual(charts.map(({ type, className, key }) => `${type} ${className} ${key}`));
  });

  it('bears one name for one look', () => {
    const looks = new Map<string, string>();
    for (const each of all) {
      const name = signName(each);
      expect(looks.get(name) ?? look(each).join()).toBe(look(each).join());
      looks.set(name, look(each).join());
    }
  });

  it('fits its box, open ends included', () => {
    for (const each of all) {
      for (const mark of sign(each)) expect(boxOf(mark).right).toBeLessThanOrEqual(signBox(each).width);
    }
  });
});

describe('the vocabulary', () => {
  const pens = new Set(
    figureKinds.flatMap((kind) => comparators.map((comparator) => kindClass({ kind, comparator }))),
  );
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => join('src', path))
    .filter((path) => /\.(svelte|css)$/.test(path) && statSync(path).isFile());

  it('agrees with the charts’ pens, which know no kinds but result and target', () => {
    for (const each of all) {
      if (each.kind === 'derived') continue;
      const pen = kindClass({ kind: each.kind, comparator: each.comparator });
      const drawn = penOf(figureOf(each));
      expect(drawn).toBe({ ceiling: 'reported', threshold: 'target', scale: 'target' }[pen as string] ?? pen);
    }
  });

  it.each(['legend/ticks.css', 'page/FigureLink.svelte', 'source/ink.css', 'legend/KindKey.svelte'])(
    'has a look for every pen in %s',
    (name) => {
      const style = readFileSync(join('src/lib/components', name), 'utf8');
      expect([...pens].filter((pen) => !new RegExp(`\\.${pen}\\b`).test(style))).toEqual([]);
    },
  );

  it('is one: no other name of a pen is used, and signs are drawn nowhere else', () => {
    const odd = files.filter((path) =>
      /\.(stretch|striving|or-more)\b(?!-)/.test(readFileSync(path, 'utf8')),
    );
    expect(odd).toEqual([]);
    const ticks = files.filter((path) =>
      /\.(threshold|scale|ceiling)::before \{[^}]*content:/.test(readFileSync(path, 'utf8')),
    );
    expect(ticks).toEqual([]);
    for (const name of ['ledger/LedgerTable.svelte', 'legend/Legend.svelte']) {
      expect(readFileSync(join('src/lib/components', name), 'utf8')).toContain('<Sign of=');
    }
    expect(readFileSync('src/lib/components/source/SourceSheet.svelte', 'utf8')).toContain('#sign---');
  });
});
