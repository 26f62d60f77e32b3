/** Finds numerals in texts: digits of any script and Chinese numeral characters. Knows no language's idioms by itself. */
import type { Span } from './types.js';

export interface Run extends Span {
  readonly text: string;
}

/** What `figures.csv` and `non-figures.csv` must account for: maximal runs of digits, and of Chinese numerals. */
const reportRun = /\p{Nd}+(?:\.\p{Nd}+)?|[〇零一二两三四五六七八九十百千万亿]+/gu;

/** In our own prose also ①, Ⅻ, ½, and the formal numerals. */
const proseRun =
  /[\p{N}〇零一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟萬億兩廿卅]+(?:[.,]\p{N}+)*/gu;

export function numeralsOfReport(text: string): readonly Run[] {
  return runs(text, reportRun);
}

/**
 * Numerals that no fixed expression covers.
 *
 * @param words number words of the text's language, where they are not numeral characters
 */
export function bareNumerals(text: string, expressions: readonly string[], words?: RegExp): readonly Run[] {
  const inWords = words !== undefined && text.search(words) >= 0;
  if (!inWords && text.search(proseRun) < 0) return [];
  const rest = withoutExpressions(text, expressions);
  const found = [...runs(rest, proseRun), ...(inWords ? runs(rest, words) : [])];
  return found.sort((a, b) => a.start - b.start);
}

function runs(text: string, pattern: RegExp): readonly Run[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/**
 * The text with each fixed expression blanked out, length kept, longer expressions first, in any case. An expression that
 * begins or ends in a digit is not found inside a longer number, nor in a Latin letter inside a longer word: 5G is not in
 * 15G, no one not in no onerous.
 */
function withoutExpressions(text: string, expressions: readonly string[]): string {
  const pattern = patternOf(expressions);
  return pattern ? text.replace(pattern, (found) => ' '.repeat(found.length)) : text;
}

/** One pattern a list, made once. */
const patterns = new WeakMap<readonly string[], RegExp>();

function patternOf(expressions: readonly string[]): RegExp | undefined {
  const known = patterns.get(expressions);
  if (known || expressions.length === 0) return known;
  const alternatives = [...expressions]
    .sort((a, b) => b.length - a.length)
    .map((expression) => {
      const before = /^[0-9]/.test(expression)
        ? '(?<![0-9]\\.?)'
        : /^[a-z]/i.test(expression)
          ? '(?<![a-z])'
          : '';
      const after = /[0-9]$/.test(expression)
        ? '(?!\\.?[0-9])'
        : /[a-z]$/i.test(expression)
          ? '(?![a-z])'
          : '';
      return before + expression.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') + after;
    });
  const pattern = new RegExp(alternatives.join('|'), 'gi');
  patterns.set(expressions, pattern);
  return pattern;
}
