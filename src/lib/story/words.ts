/**
 * The words by which a report limits a number, for each language of a report. Lists only; `span.ts` uses them. `watched.ts` has
 * the words that the checks look for in our own prose.
 */
import type { Comparator } from './types.js';

export interface ReportWords {
  /** Comparator → words directly before the number. */
  readonly before: Readonly<Partial<Record<Comparator, readonly string[]>>>;
  /** Comparator → words directly after the number and its unit. */
  readonly after: Readonly<Partial<Record<Comparator, readonly string[]>>>;
  /** Words before the number of a rank that do not limit it. */
  readonly rank: readonly string[];
  /** Marks that end a sentence and belong to it. A line end always ends one. */
  readonly sentenceEnds: string;
}

/** By the `language` in `report/source.yaml`. */
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
