/**
 * The words by which a report limits a number, and the words of our own prose that the checks watch, by language.
 * Lists only; what follows from them is decided in `span.ts` and `wording.ts`.
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

/** Words that only make sense in one order of the sections. */
export const orderWords: Readonly<Record<string, readonly string[]>> = {
  zh: [
    ...['上一节', '下一节', '前一节', '后一节', '上节', '下节', '上一章', '下一章', '前几节', '后几节'],
    ...['如前所述', '如上所述', '前面提到', '前面说', '前文', '后文', '上文', '下文', '刚才', '刚刚看到'],
    ...['接下来', '接着', '随后', '首先', '其次', '最后', '上面', '下面'],
  ],
  en: [
    ...['next', 'finally', 'lastly', 'firstly', 'first of all', 'last of all', 'to begin with'],
    ...['as we saw', 'as we have seen', 'as mentioned', 'as noted', 'so far', 'earlier on', 'later on'],
    ...[
      'previous section',
      'preceding section',
      'following section',
      'last section',
      'earlier section',
      'later section',
    ],
  ],
};

export interface ResultWords {
  readonly before: RegExp;
  readonly after: RegExp;
}

const zhResults =
  '达到|实现|增长|增加|提高|上升|完成|下降|减少|建成|突破|超过|新增|引进|培育|落地|签约|投产|创建|安排|覆盖';

/** Words that say of the number next to them that it has come about. */
export const resultWords: Readonly<Record<string, ResultWords>> = {
  zh: {
    before: new RegExp(`(?:(?:${zhResults})了|(?:已经?|均已|都已|业已)(?:${zhResults})(?:了|到|至)?)$`),
    after:
      /^(?:(?:已经?|均已|都已|业已)(?:达到|实现|完成|达成|做到|建成)|(?:达到|实现|完成|达成|做到|建成)了)/,
  },
  en: {
    before:
      /\b(?:reached|achieved|attained|completed|built|grew(?: by)?|rose(?: by)?|fell(?: by)?|increased(?: by)?|has been|have been|hit)$/i,
    after: /^(?:(?:was|were|has been|have been) )?(?:reached|achieved|attained|completed|met|built)\b/i,
  },
};

/** Words that say of the number next to them that it is only wanted. */
export const targetWords: Readonly<Record<string, ResultWords>> = {
  zh: {
    before: new RegExp(
      `(?:计划|拟|将|力争|争取|预计|目标[是为]?)(?:会|要|在|再|全年|年内)?(?:${zhResults}|保持|控制|为|是|有)?(?:到|至|在|为)?$`,
    ),
    after: /^(?:的?(?:目标|计划数|预期))/,
  },
  en: {
    before:
      /\b(?:(?:will|plans? to|aims? to|is to|are to) (?:reach|achieve|be|build|grow|fall|rise|complete)(?: by| to)?|targets?(?: of| is| are)?|aims? for)$/i,
    after: /^(?:targets?|target|as a target)\b/i,
  },
};
