/** Finds numerals in texts: digits of any script and Chinese numeral characters. Knows no language's idioms by itself. */
import type { Span } from './types.js';

export interface Run extends Span {
  readonly text: string;
}

/** What `figures.csv` and `non-figures.csv` must account for: maximal runs of digits, and of Chinese numerals. */
const reportRun = /\p{Nd}+(?:\.\p{Nd}+)?|[〇零一二两三四五六七八九十百千万亿]+/gu;

/** In our own prose also ①, Ⅻ, ½, and the formal numerals. */
const proseRun = /[\p{N}〇零一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟萬億兩廿卅]+(?:[.,]\p{N}+)*/gu;

export function numeralsOfReport(text: string): readonly Run[] {
  return runs(text, reportRun);
}

/** Numerals that no fixed expression covers. */
export function bareNumerals(text: string, expressions: readonly string[]): readonly Run[] {
  if (!proseRun.test(text)) return [];
  proseRun.lastIndex = 0;
  return runs(withoutExpressions(text, expressions), proseRun);
}

function runs(text: string, pattern: RegExp): readonly Run[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /[0-9]/.test(character);

/**
 * The text with each fixed expression blanked out, length kept, longer expressions first. An expression that begins or
 * ends in a digit is not found inside a longer number: 5G is not in 15G.
 */
function withoutExpressions(text: string, expressions: readonly string[]): string {
  let left = text;
  for (const expression of [...expressions].sort((a, b) => b.length - a.length)) {
    if (expression === '') continue;
    for (let at = left.indexOf(expression); at >= 0; at = left.indexOf(expression, at + 1)) {
      const end = at + expression.length;
      const cutsNumber =
        (isDigit(expression[0]) && (isDigit(text[at - 1]) || (text[at - 1] === '.' && isDigit(text[at - 2])))) ||
        (isDigit(expression.at(-1)) && (isDigit(text[end]) || (text[end] === '.' && isDigit(text[end + 1]))));
      if (!cutsNumber) left = left.slice(0, at) + ' '.repeat(expression.length) + left.slice(end);
    }
  }
  return left;
}
