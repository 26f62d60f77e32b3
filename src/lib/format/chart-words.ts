/** What a report can leave open about a picture's numbers; a picture marks each by an empty frame and its name. */
export const missingNames = [
  'base',
  'now',
  'period',
  'prices',
  'actual',
  'whole',
  'rank',
  'total',
  'rest',
  'overlap',
  'effect',
] as const;
export type MissingName = (typeof missingNames)[number];

/** The words of charts that are not part of the story, in one language. */
export interface ChartWords {
  /** `报告数` */ readonly reported: string;
  /** `目标` */ readonly target: string;
  /** `力争` */ readonly strive: string;
  /** `以上` as the label of a mark */ readonly orMore: string;
  readonly above: string;
  /** `上限，实际数未给出` */ readonly ceiling: string;
  readonly threshold: string;
  readonly scale: string;
  /** `本站计算` */ readonly derived: string;
  /** `基期未给出` and its like, beside an empty frame. */ readonly missing: Readonly<
    Record<MissingName, string>
  >;
  /** `在此范围内，具体未给出` */ readonly somewhereHere: string;
  /** `件数` / `率`: the two mark kinds of an index chart */ readonly number: string;
  readonly rate: string;
  /** `一点 = …`: printed before a linked amount */ readonly oneMark: string;
  /** As `oneMark`, for marks that are no dots: `每格`, `每块` … */
  readonly oneSquare: string;
  readonly oneCell: string;
  readonly oneHouse: string;
  readonly oneBlock: string;
  /** `每段 = …`: one length of a folded line */ readonly oneLength: string;
  /** `差`: printed before a linked difference */ readonly gap: string;
  /** The two ends of a list of ranks. */
  readonly rankBest: string;
  readonly rankLast: string;
  /** Accessible name of a chart as a tab stop: the arrow keys move through its numbers. */
  readonly byArrowKeys: string;
  /** Link to the chart that replaces another one at a step. */
  readonly toChart: string;
}
