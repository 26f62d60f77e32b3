/**
 * Searches the sources of quotations, which are the report's text and its renderings. Characters are compared as readers see
 * them: all quotation marks are the same, full-width characters equal narrow ones, and spaces next to Chinese characters are
 * ignored. The words must be the same. Knows no file.
 */
import { defined } from '../invariants/defined.js';
import { formOf, ordinary, spanBefore, type Form } from './look-alikes.js';
import type { Span } from './types.js';

/** A text that may be quoted. */
export interface Source {
  readonly text: string;
  readonly form: Form;
  /** `form.text` in lower case. */
  readonly lower: string;
  /** The range of the report that the text is, or renders; absent if the text is the whole report. */
  readonly of?: Span;
  readonly negations: RegExp;
  /** Whether the text is an entry of `renderings.yaml`. */
  readonly rendering?: boolean;
}

/** A part of a quotation to search for: words, `…` for words left out, or a number given by its id. */
export type Part =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'gap' }
  /** `prints`: the forms in which the number may be printed; absent if unknown, then any number matches. */
  | { readonly type: 'number'; readonly prints?: readonly string[] };

/** An occurrence; `start` and `end` are UTF-16 offsets in the source's text. */
export interface Found extends Span {
  readonly source: Source;
  /**
   * Whether a negation comes directly before the quoted words, so that leaving it out reverses the meaning: “broke the red line”
   * quoted from “never broke the red line”.
   */
  readonly negated: boolean;
}

/** Negations, by language. Directly before a quotation they change its meaning, so they must be part of it. */
const negationsIn: Readonly<Record<string, RegExp>> = {
  zh: /(?:未|不|没|没有|无|非|莫|勿|禁止|杜绝|严禁)$/,
  en: /\b(?:not|no|never|without|non|nor|neither|cannot|n't|un|hardly|barely)[ -]?$/i,
};

/** Cache of sources by text: the editing page checks the story again after every letter typed. */
const made = new Map<string, Source>();

export function sourceOf(text: string, language: string, of?: Span): Source {
  const key = `${language} ${of?.start} ${of?.end} ${text}`;
  const known = made.get(key);
  if (known) return known;
  if (made.size > 2000) made.clear();
  const form = formOfWords(text);
  const negations = negationsIn[language] ?? /(?!)/;
  const source: Source = {
    text,
    form,
    lower: form.text.toLowerCase(),
    negations,
    ...(of ? { of } : {}),
  };
  made.set(key, source);
  return source;
}

/** The normalised form in which words are compared: marks made the same, spaces next to a Chinese character removed. */
function formOfWords(text: string): Form {
  const ideograph = /\p{sc=Han}/u;
  return formOf(text, (character, at) => {
    if (character !== ' ' && character !== '　') return sameMarks(character);
    return ideograph.test(text.charAt(at - 1)) || ideograph.test(text.charAt(at + 1)) ? '' : ' ';
  });
}

function sameMarks(character: string): string {
  if (/^[\u4e00-\u9fff\w]$/.test(character)) return character;
  if (/[“”„‟‘’‚「」『』﹁﹂﹃﹄«»‹›〝〞〟"']/u.test(character)) return '"';
  return ordinary(character);
}

/** All places in the sources where a quotation's parts follow each other. */
export function occurrences(among: readonly Source[], parts: readonly Part[]): readonly Found[] {
  const pattern = patternOf(parts);
  if (!pattern) return [];
  // A quick filter before the regular expression: the source must contain the longest run of words.
  const [longest = ''] = parts
    .flatMap((part) => (part.type === 'words' ? [formOfWords(part.text).text.toLowerCase()] : []))
    .sort((a, b) => b.length - a.length);
  return among
    .filter(({ lower }) => lower.includes(longest))
    .flatMap((source) =>
      [...source.form.text.matchAll(pattern)].map((match) => {
        const { start, end } = spanBefore(source.form, match.index, match.index + match[0].length);
        const before = source.form.text.slice(Math.max(0, match.index - 12), match.index);
        return { source, start, end, negated: source.negations.test(before) };
      }),
    );
}

/** Undefined if the parts contain nothing to search for. */
function patternOf(parts: readonly Part[]): RegExp | undefined {
  const pieces = parts.map((part, i) => {
    if (part.type === 'gap') return '[^。！？!?\\n]*?';
    if (part.type === 'words') return patternOfWords(formOfWords(part.text).text, i === 0);
    if (!part.prints) return '[^。！？!?\\n]{0,24}?[0-9][0-9.,]*[^。！？!?\\n]{0,24}?';
    return `(?:${part.prints.map((print) => escaped(formOfWords(print).text)).join('|')})`;
  });
  if (!parts.some((part) => part.type === 'words' || (part.type === 'number' && part.prints)))
    return undefined;
  const text = (part: Part | undefined): string => (part?.type === 'words' ? part.text : '');
  // A word or number must not match inside a longer one.
  const before = /^[\p{sc=Latin}\p{Nd}]/u.test(text(parts[0])) ? '(?<![\\p{sc=Latin}\\p{Nd}])' : '';
  const after = /[\p{sc=Latin}\p{Nd}]$/u.test(text(parts.at(-1))) ? '(?![\\p{sc=Latin}\\p{Nd}])' : '';
  return new RegExp(`${before}${pieces.join('')}${after}`, 'gu');
}

/** The first letter of a quotation may be upper or lower case. */
function patternOfWords(words: string, opens: boolean): string {
  const [first = '', ...rest] = words;
  const either = opens && first.toLowerCase() !== first.toUpperCase();
  return (
    (either ? `[${first.toLowerCase()}${first.toUpperCase()}]` : escaped(first)) + escaped(rest.join(''))
  );
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

export interface Nearest extends Span {
  readonly source: Source;
  readonly text: string;
  /** Edit distance: how many characters must be inserted, deleted or replaced. */
  readonly distance: number;
}

/**
 * The part of a source with the least edit distance to these words, extended to whole words. Undefined if `words` has fewer than
 * 4 characters or the distance is more than half their length. Only the first 160 characters are compared.
 */
export function nearestIn(source: Source, words: string): Nearest | undefined {
  const wanted = formOfWords(words).text.trim().toLowerCase().slice(0, 160);
  const there = source.lower;
  if (wanted.length < 4) return undefined;
  // Edit distance to any part of the source (Sellers' algorithm), by rows, one for each character of the words: `costs` has the
  // least cost of a match that ends at each index of the source, `begins` where that match began.
  let costs = Array.from({ length: there.length + 1 }, () => 0);
  let begins = costs.map((_, column) => column);
  for (let row = 1; row <= wanted.length; row += 1) {
    const nextCosts = [row];
    const nextBegins = [0];
    let [leftCost, leftBegin, cornerCost, cornerBegin] = [row, 0, row - 1, 0];
    for (let column = 1; column <= there.length; column += 1) {
      const upCost = defined(costs[column], 'cost above');
      const upBegin = defined(begins[column], 'begin above');
      const changed = cornerCost + (wanted[row - 1] === there[column - 1] ? 0 : 1);
      const cost = Math.min(changed, leftCost + 1, upCost + 1);
      const begin = cost === changed ? cornerBegin : cost === upCost + 1 ? upBegin : leftBegin;
      nextCosts.push(cost);
      nextBegins.push(begin);
      [leftCost, leftBegin, cornerCost, cornerBegin] = [cost, begin, upCost, upBegin];
    }
    [costs, begins] = [nextCosts, nextBegins];
  }
  const distance = costs.reduce((least, cost) => Math.min(least, cost));
  if (distance > wanted.length / 2) return undefined;
  // Of equally near matches, take the one whose length is closest to the words'.
  const unlike = ({ begin, last }: { begin: number; last: number }): number =>
    Math.abs(last - begin - wanted.length);
  const { begin, last } = begins
    .map((begin, last) => ({ begin, last }))
    .filter(({ last }) => costs[last] === distance)
    .reduce((best, one) => (unlike(best) <= unlike(one) ? best : one));
  const [from, to] = wholeWords(there, begin, last);
  const start = defined(source.form.offsets[from], 'first character');
  const end = defined(source.form.offsets[to], 'last character');
  return { source, start, end, text: source.text.slice(start, end), distance };
}

/** Extends a range so that it cuts no Latin word or number. */
function wholeWords(text: string, start: number, end: number): readonly [number, number] {
  const inWord = (at: number): boolean =>
    /[\p{sc=Latin}\p{Nd}]/u.test(text.charAt(at - 1)) && /[\p{sc=Latin}\p{Nd}]/u.test(text.charAt(at));
  let [from, to] = [start, end];
  while (inWord(from)) from -= 1;
  while (inWord(to)) to += 1;
  return [from, to];
}
