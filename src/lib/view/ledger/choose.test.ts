import { describe, expect, it } from 'vitest';
import { chooseRows, everything, mayRank, unitless, type LedgerChoice, type LedgerRow } from './choose.js';

const row = (text: string, section: string, unit: string, amount: number, more: Partial<LedgerRow> = {}) => ({
  text,
  section,
  unit,
  amount,
  kind: 'reported',
  limit: '=',
  ...more,
});

/** In the report's order. The story has another: it begins with the plan. */
const rows: readonly LedgerRow[] = [
  row('3公里 清淤', 'river', '公里', 3),
  row('50%以上 覆盖 Cover', 'river', '%', 50, { limit: '>=' }),
  row('2.19亿元 投入', 'river', '元', 219_000_000),
  row('5000万元 到位', 'plan', '元', 50_000_000, { kind: 'target' }),
  row('前90 排名', 'plan', unitless, 90, { kind: 'target', limit: 'strive' }),
  row('9.5% 增长', 'plan', '%', 9.5, { kind: 'target', limit: 'strive' }),
  row('50% 增长', 'hidden', '%', 50, { kind: 'target' }),
];
const story = ['plan', 'river'];

const nothing: LedgerChoice = {
  words: '',
  section: everything,
  kind: everything,
  unit: everything,
  limit: everything,
  sort: 'report',
};
const chosen = (choice: Partial<LedgerChoice>) => chooseRows(rows, { ...nothing, ...choice }, story);

describe('the ledger shows', () => {
  it.each<[what: string, choice: Partial<LedgerChoice>, places: readonly number[]]>([
    ['everything in the report’s order when nothing is asked', {}, [0, 1, 2, 3, 4, 5, 6]],
    ['what holds all the words asked for', { words: '增长  9.5' }, [5]],
    ['words whatever their width and capitals', { words: '５０％ COVER' }, [1]],
    ['everything for mere spaces', { words: ' 　' }, [0, 1, 2, 3, 4, 5, 6]],
    ['one section', { section: 'plan' }, [3, 4, 5]],
    ['one kind', { kind: 'target' }, [3, 4, 5, 6]],
    ['one limit', { limit: 'strive' }, [4, 5]],
    ['one unit, whatever its magnitude', { unit: '元' }, [2, 3]],
    ['what has no unit', { unit: unitless }, [4]],
    ['what fits all that is asked', { unit: '%', kind: 'target', limit: '=' }, [6]],
    ['nothing where nothing fits', { words: '没有' }, []],
  ])('%s', (_, choice, places) => {
    expect(chosen(choice)).toEqual(places);
  });
});

describe('the ledger’s order', () => {
  it.each<[what: string, choice: Partial<LedgerChoice>, places: readonly number[]]>([
    [
      'is the story’s, each section in the report’s order, what is hidden last',
      { sort: 'story' },
      [3, 4, 5, 0, 1, 2, 6],
    ],
    ['is by size within one unit, across magnitudes', { unit: '元', sort: 'rising' }, [3, 2]],
    ['is by size downwards, equals as in the report', { unit: '%', sort: 'falling' }, [1, 6, 5]],
    ['stays the report’s where units differ', { sort: 'falling' }, [0, 1, 2, 3, 4, 5, 6]],
    ['stays the report’s even if one section is of one unit', { section: 'hidden', sort: 'rising' }, [6]],
  ])('%s', (_, choice, places) => {
    expect(chosen(choice)).toEqual(places);
  });

  it('is by size only for one named unit', () => {
    expect(mayRank({ unit: everything })).toBe(false);
    expect(mayRank({ unit: '元' })).toBe(true);
    expect(mayRank({ unit: unitless })).toBe(true);
  });
});
