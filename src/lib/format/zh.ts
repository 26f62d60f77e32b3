/**
 * The Chinese language. Figures are printed in the report's own characters, so nothing is converted; ours are only the
 * interface's words and the way derived figures are printed.
 */
import type { Comparator, Derived, Figure, FigureFormat } from '../story/types.js';
import { chineseNumeral } from './numerals-zh.js';
import { isDerived, pieces, plain, reportWord, spanParts } from './printed.js';
import type { ComparatorWords, Format, Printed } from './types.js';
import { words } from './words-zh.js';

function numberParts(number: Figure | Derived, unit: string, format: FigureFormat): Printed {
  switch (format) {
    case 'value':
      return pieces({ type: 'number', text: number.printed }, { type: 'unit', text: unit });
    case 'number':
      return pieces({ type: 'number', text: number.printed });
    case 'words':
      return pieces({ type: 'number', text: chineseNumeral(Number(number.printed)) });
  }
}

function figureParts(figure: Figure, format?: FigureFormat): Printed {
  return format === undefined ? spanParts(figure) : numberParts(figure, figure.unit, format);
}

/** A difference of percentages is in percentage points; other results have the unit of their operands. */
function derivedUnit(derived: Derived): string {
  return derived.operation === 'difference' && derived.unit === '%' ? '个百分点' : derived.unit;
}

const limits: Readonly<Record<Comparator, string>> = {
  '=': '',
  '>=': '不低于',
  '>': '高于',
  '<=': '不超过',
  strive: '力争',
};

function derivedParts(derived: Derived, format?: FigureFormat): Printed {
  const number = numberParts(derived, derivedUnit(derived), format ?? 'value');
  return format === undefined
    ? [...pieces({ type: 'word', text: limits[derived.comparator] }), ...number]
    : number;
}

const comparators: ComparatorWords = {
  '=': '就是这个数，报告没有加“以上”“以内”一类的限定',
  '>=': '至少这么多，可以更多',
  '>': '要超过这个数',
  '<=': '最多到这个数，实际数未给出',
  strive: '努力的方向，报告没有说一定达到',
};

function comparator(number: Figure | Derived): string {
  const word = isDerived(number) ? '' : reportWord(number);
  return comparators[number.comparator] + (word === '' ? '' : `（报告用词：${word}）`);
}

/** Idioms allowed in prose, because they are no quantities. 一个, 一项, 几十 and the like are not listed, because they count. */
const idioms: readonly string[] = [
  ...[
    '一些',
    '一样',
    '一起',
    '一直',
    '一般',
    '一定',
    '一致',
    '一旦',
    '一律',
    '一并',
    '一向',
    '一面',
    '一边',
    '一方面',
  ],
  ...[
    '一体',
    '一再',
    '一切',
    '一同',
    '一味',
    '一时',
    '一贯',
    '一概',
    '一经',
    '一如',
    '一番',
    '一带',
    '一线',
    '一流',
  ],
  ...[
    '进一步',
    '下一步',
    '每一步',
    '这一步',
    '同一',
    '统一',
    '唯一',
    '单一',
    '逐一',
    '之一',
    '万一',
    '专一',
    '合一',
  ],
  ...[
    '每一',
    '任一',
    '任何一',
    '某一',
    '另一',
    '哪一',
    '这一',
    '那一',
    '新的一',
    '一目了然',
    '一句话',
    '一句带过',
    '一字不差',
    '一字未改',
  ],
  ...[
    '一次',
    '一一',
    '一气',
    '一笔带过',
    '一个也没有',
    '一个都没有',
    '一个数字也没有',
    '一项也没有',
    '一处也没有',
    '一条也没有',
  ],
  ...['两者', '三言两语', '四处', '四周', '五花八门', '十分', '千万别', '万不得已', '万无一失'],
  ...['百分比', '百分点', '百分数', '百分率', '零散', '零星', '二者', '一头', '一端', '一侧', '一眼', '一道'],
];

export const zh: Format = {
  lang: 'zh-Hans',
  locale: 'zh_CN',
  words,
  idioms,
  figure: (figure, format) => plain(figureParts(figure, format)),
  derived: (derived, format) => plain(derivedParts(derived, format)),
  figureParts,
  derivedParts,
  original: spanParts,
  comparator,
  unit: (base) => base,
  quoted: (text) => `“${text}”`,
  gap: '',
};
