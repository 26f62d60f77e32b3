/**
 * The words by which a report limits a number, by language. Lists only; what follows from them is decided in `span.ts`.
 * The words that our own prose is watched for are in `watched.ts`.
 */
import type { Comparator } from './types.js';

export interface ReportWords {
  /** Words directly before the number. */
  readonly before: Readonly<Partial<Record<Comparator, readonly string[]>>>;
  /** Words directly after number and unit. */
  readonly after: Readonly<Partial<Record<Comparator, readonly string[]>>>;
  /** May stand before the number of a rank without limiting it. */
  readonly rank: readonly string[];
  /** Marks that end a sentence and belong to it. A line end always ends one. */
  readonly sentenceEnds: string;
}

/** By `language` of `report/source.yaml`. */
export const reportWords: Readonly<Record<string, ReportWords> & { zh: ReportWords }> = {
  zh: {
    before: {
      '>': ['突破', '超过'],
      strive: ['力争', '争取', '争创'],
      '>=': ['不少于', '不低于'],
      '<=': ['不超过', '不高于'],
    },
    after: { '>=': ['以上'], '<=': ['以内', '以下'] },
    rank: ['前'],
    sentenceEnds: '。！？!?',
  },
};
