/** Finds numerals in texts: digits of any script, and Chinese numeral characters. The caller passes the language's idioms. */
import { ordinaryLetters, spanBefore } from './look-alikes.js';
import type { Span } from './types.js';

export interface Numeral extends Span {
  readonly text: string;
}

/** The numerals of the report that the tables must list: maximal runs of digits and of Chinese numerals. */
const reportNumeral = /\p{Nd}+(?:\.\p{Nd}+)?|[〇零一二两三四五六七八九十百千万亿]+/gu;

/** In our own prose, ①, Ⅻ, ½, 🔟, ⚂ and the formal numerals (壹, 贰) count too. */
const proseNumeral =
  /[\p{N}〇零一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟萬億兩廿卅\u2680-\u2685\u{1f4af}\u{1f51f}]+(?:[.,]\p{N}+)*/gu;

export function numeralsOfReport(text: string): readonly Numeral[] {
  return inOrdinaryLetters(text, (ordinary) => matchesOf(ordinary, reportNumeral));
}

/** Searches the normalised text (⼆ becomes 二) and returns the offsets in the typed text. */
function inOrdinaryLetters(text: string, find: (text: string) => readonly Numeral[]): readonly Numeral[] {
  const form = ordinaryLetters(text);
  if (!form) return find(text);
  return find(form.text).map(({ start, end }) => {
    const span = spanBefore(form, start, end);
    return { ...span, text: text.slice(span.start, span.end) };
  });
}

/**
 * Finds numerals outside of fixed expressions.
 *
 * @param words matches the language's number words, if they are not numeral characters (dozen, twice)
 */
export function bareNumerals(
  typed: string,
  expressions: readonly string[],
  words?: RegExp,
): readonly Numeral[] {
  return inOrdinaryLetters(typed, (text) => bareIn(text, expressions, words));
}

function bareIn(text: string, expressions: readonly string[], words?: RegExp): readonly Numeral[] {
  const inWords = words !== undefined && text.search(words) >= 0;
  if (!inWords && text.search(proseNumeral) < 0) return [];
  const rest = withoutExpressions(text, expressions);
  const found = [...matchesOf(rest, proseNumeral), ...(inWords ? matchesOf(rest, words) : [])];
  return found.sort((a, b) => a.start - b.start);
}

function matchesOf(text: string, pattern: RegExp): readonly Numeral[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/**
 * Blanks out every fixed expression, in any case and longer ones first; the text keeps its length. An expression that begins or
 * ends in a digit is not found inside a longer number, nor one that begins or ends in a Latin letter inside a longer word: 5G is
 * not in 15G, “no one” not in “no onerous”.
 */
function withoutExpressions(text: string, expressions: readonly string[]): string {
  const pattern = patternOf(expressions);
  return pattern ? text.replace(pattern, (found) => ' '.repeat(found.length)) : text;
}

/** Cache: one regular expression per list of expressions. */
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
