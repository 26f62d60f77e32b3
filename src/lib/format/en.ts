/**
 * The English language. Units are converted exactly, on the printed digits: 2.19亿元 → 219 million yuan, 62.82万亩 → 628,200 mu.
 * Chinese units of measure and money stay: converting them would need a rate that is not in the report.
 */
import type { Comparator, Derived, Figure, FigureFormat } from '../story/types.js';
import { groupThousands, movePoint, wholeDigits } from '../story/digits.js';
import { idioms } from './idioms-en.js';
import { englishNumeral } from './numerals-en.js';
import { isDerived, pieces, plain, reportWord, spanParts, spanWord } from './printed.js';
import type { ComparatorWords, Format, Printed } from './types.js';
import { inBaseUnits, splitUnit } from '../story/units.js';
import { words } from './words-en.js';

/** A base unit's English name. A `joined` one follows the number without a space; a classifier (个, 口, 户) has no English name. */
type UnitName = { readonly many: string; readonly one?: string; readonly joined?: true };

const units: Readonly<Record<string, UnitName>> = {
  '%': { many: '%', joined: true },
  '‰': { many: '‰', joined: true },
  百分点: { many: 'percentage points', one: 'percentage point' },
  个百分点: { many: 'percentage points', one: 'percentage point' },
  元: { many: 'yuan' },
  亩: { many: 'mu' },
  公顷: { many: 'ha' },
  米: { many: 'm' },
  公里: { many: 'km' },
  千米: { many: 'km' },
  平方米: { many: 'square metres' },
  平方公里: { many: 'square kilometres' },
  立方米: { many: 'cubic metres' },
  公斤: { many: 'kg' },
  千克: { many: 'kg' },
  吨: { many: 'tonnes', one: 'tonne' },
  千瓦: { many: 'kW' },
  千瓦时: { many: 'kWh' },
  度: { many: 'kWh' },
  人: { many: 'people', one: 'person' },
  人次: { many: 'person-times', one: 'person-time' },
  年: { many: 'years', one: 'year' },
  天: { many: 'days', one: 'day' },
  小时: { many: 'hours', one: 'hour' },
  分钟: { many: 'minutes', one: 'minute' },
};

const classifiers = '个口户家头只株棵条项件座辆趟次册本台所名位处套间张场批类种';

function unitName(base: string): UnitName {
  const found = units[base];
  if (found) return found;
  if (base === '' || (base.length === 1 && classifiers.includes(base))) return { many: '' };
  throw new Error(`lib/format/en.ts has no English for the unit ${base}`);
}

/** `2.19`, `亿元` → 219 | million | yuan. Uses millions and billions from a million on, and all digits below. */
function amount(printed: string, unit: string): { digits: string; size: string; unit: string } {
  const { exponent, base } = splitUnit(unit);
  const full = movePoint(printed, exponent);
  const name = unitName(base);
  const [shift, size] =
    wholeDigits(full) > 9 ? [9, ' billion'] : wholeDigits(full) > 6 ? [6, ' million'] : [0, ''];
  const digits = exponent === 0 && shift === 0 ? printed : movePoint(full, -shift);
  const word = digits === '1' && size === '' ? (name.one ?? name.many) : name.many;
  const space = name.joined || word === '' ? '' : ' ';
  return { digits: groupThousands(digits), size, unit: space + word };
}

/** The number alone keeps its magnitude (million, 万) in both formats: without it, it would be another number. */
function numberParts(number: Figure | Derived, unit: string, format: FigureFormat): Printed {
  const { digits, size, unit: name } = amount(number.printed, unit);
  switch (format) {
    case 'value':
      return pieces({ type: 'number', text: digits }, { type: 'unit', text: size + name });
    case 'number':
      return pieces({ type: 'number', text: digits }, { type: 'unit', text: size });
    case 'words':
      return pieces({ type: 'number', text: englishNumeral(Number(inBaseUnits(number.printed, unit))) });
  }
}

/** The English words for comparators; all come before the number. */
const limits: Readonly<Record<Comparator, string>> = {
  '=': '',
  '>=': 'at least ',
  '>': 'above ',
  '<=': 'at most ',
  strive: 'aims for ',
};

/** Words of the report whose English differs from that of their comparator. */
const wordLimits: Readonly<Record<string, string>> = { 前: 'top ', 以内: 'within ' };

function limited(limit: string, number: Printed): Printed {
  return [...pieces({ type: 'word', text: limit }), ...number];
}

/** As in the original edition, the number contains no more than the figure's span does; the sentence says the rest. */
function figureParts(figure: Figure, format?: FigureFormat): Printed {
  const number = numberParts(figure, figure.unit, format ?? 'value');
  const word = spanWord(figure);
  if (format !== undefined || word === '') return number;
  return limited(wordLimits[word] ?? limits[figure.comparator], number);
}

function derivedParts(derived: Derived, format?: FigureFormat): Printed {
  const unit = derived.operation === 'difference' && derived.unit === '%' ? '个百分点' : derived.unit;
  const number = numberParts(derived, unit, format ?? 'value');
  return format === undefined ? limited(limits[derived.comparator], number) : number;
}

const comparators: ComparatorWords = {
  '=': 'this number, without “at least” or “within”',
  '>=': 'at least this, possibly more',
  '>': 'to be exceeded',
  '<=': 'at most this; the actual number is not given',
  strive: 'an aim to strive for, not said to be certain',
};

function comparator(number: Figure | Derived): string {
  const word = isDerived(number) ? '' : reportWord(number);
  return comparators[number.comparator] + (word === '' ? '' : ` (in the report: ${word})`);
}

export const en: Format = {
  lang: 'en',
  locale: 'en_GB',
  words,
  idioms,
  figure: (figure, format) => plain(figureParts(figure, format)),
  derived: (derived, format) => plain(derivedParts(derived, format)),
  figureParts,
  derivedParts,
  original: spanParts,
  comparator,
  unit: (base) => unitName(base).many,
  quoted: (text) => `“${text}”`,
  gap: ' ',
};
