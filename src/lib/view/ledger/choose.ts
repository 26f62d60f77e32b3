/**
 * Filters and sorts the rows of the ledger. Pure: knows rows and the reader's choice, no page and no language. Numbers are ranked
 * only if one unit is chosen, because numbers of different units cannot be compared.
 */
import type { LedgerSort } from '../../format/types.js';

/** Value of a field without a choice. */
export const everything = '';
/** Value of the unit field for figures without a unit, so that they can be chosen too. */
export const unitless = '-';

export interface LedgerRow {
  /** All text of the row as the reader sees it. */
  readonly text: string;
  readonly section: string;
  readonly kind: string;
  /** The unit without its magnitude: 元 for 亿元. */
  readonly unit: string;
  readonly limit: string;
  /** The number in that unit. */
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

/** Normalises a text for searching: full-width characters become narrow, capitals small. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * @param rows all rows, in the report's order
 * @param story the section ids in the story's order; sections that it leaves out come last
 * @returns indices into `rows` of the rows to show, in the order to show them; ranking without a chosen unit gives the report's
 * order
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
