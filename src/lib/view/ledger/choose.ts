/**
 * Which figures of the ledger are shown, and in what order. Pure: knows rows and what the reader asked for, no page and no language.
 * Numbers are ranked only within one unit: a mixed list has no largest number.
 */
import type { LedgerSort } from '../../format/types.js';

/** The value of a field in which nothing is chosen. */
export const everything = '';
/** Stands for "no unit", so that figures without one can be chosen too. */
export const unitless = '-';

export interface LedgerRow {
  /** All its words, as the reader sees them. */
  readonly text: string;
  readonly section: string;
  readonly kind: string;
  /** Without magnitude: 元 for 亿元. */
  readonly unit: string;
  readonly limit: string;
  /** In that unit. */
  readonly amount: number;
}

export interface LedgerChoice {
  readonly words: string;
  readonly section: string;
  readonly kind: string;
  readonly unit: string;
  readonly limit: string;
  readonly sort: LedgerSort;
}

export const isRanking = (sort: LedgerSort): sort is 'falling' | 'rising' =>
  sort === 'falling' || sort === 'rising';

export const mayRank = ({ unit }: Pick<LedgerChoice, 'unit'>): boolean => unit !== everything;

/** Makes full-width characters narrow and capitals small, on both sides, so that a search finds what the reader means. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * @param rows in the report's order
 * @param story the sections in the story's order; what it leaves out comes last
 * @returns the indices in `rows` of those to show, in their order; a ranking without a unit is the report's order
 */
export function chooseRows(
  rows: readonly LedgerRow[],
  choice: LedgerChoice,
  story: readonly string[],
): readonly number[] {
  const terms = folded(choice.words)
    .split(/\s+/u)
    .filter((term) => term !== '');
  const fits = (asked: string, own: string) => asked === everything || asked === own;
  const shown = rows.flatMap((row, place) =>
    fits(choice.section, row.section) &&
    fits(choice.kind, row.kind) &&
    fits(choice.unit, row.unit) &&
    fits(choice.limit, row.limit) &&
    terms.every((term) => folded(row.text).includes(term))
      ? [{ row, place }]
      : [],
  );
  if (choice.sort === 'story') {
    const rank = new Map(story.map((section, i) => [section, i]));
    const of = ({ row }: { row: LedgerRow }) => rank.get(row.section) ?? story.length;
    shown.sort((a, b) => of(a) - of(b));
  } else if (isRanking(choice.sort) && mayRank(choice)) {
    const way = choice.sort === 'rising' ? 1 : -1;
    shown.sort((a, b) => way * (a.row.amount - b.row.amount));
  }
  return shown.map(({ place }) => place);
}
