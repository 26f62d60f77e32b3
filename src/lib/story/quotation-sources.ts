/**
 * What quotations may be taken from, and where one is found in it: the report's text, or renderings of it. Characters are
 * compared as readers see them: quotation marks of any kind count as one, full-width marks as narrow ones, blanks beside
 * Chinese characters not at all. Words have to be the same. Knows no file.
 */
import { defined } from '../invariants/defined.js';
import { formOf, ordinary, spanBefore, type Form } from './look-alikes.js';
import type { Span } from './types.js';

/** Words that may be quoted. */
export interface Source {
  readonly text: string;
  readonly form: Form;
  /** The form in small letters. */
  readonly lower: string;
  /** Which characters of the report the words are, or render; nothing where they are the report itself. */
  readonly of?: Span;
  readonly negations: RegExp;
  /** Whether it is an entry of the renderings. */
  readonly rendering?: boolean;
}

/** A quotation as it is looked for: runs of words, `…` for words left out, and numbers that are printed by their id. */
export type Part =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'gap' }
  /** `prints`: how it may be printed, any number where it is not known. */
  | { readonly type: 'number'; readonly prints?: readonly string[] };

/** Characters of a source's text. */
export interface Found extends Span {
  readonly source: Source;
  /** Directly after a word that makes its opposite of it: “broke the red line” out of “never broke the red line”. */
  readonly negated: boolean;
}

/** Directly before a quotation they belong into it. */
const negationsIn: Readonly<Record<string, RegExp>> = {
  zh: /(?:未|不|没|没有|无|非|莫|勿|禁止|杜绝|严禁)$/,
  en: /\b(?:not|no|never|without|non|nor|neither|cannot|n't|un|hardly|barely)[ -]?$/i,
};

/** Sources by their words, made once: a story is checked again after each letter that an editor types. */
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

/** The form in which words are compared. Blanks beside a Chinese character are the typesetter's. */
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

/** Everywhere that one of the sources has these words. */
export function occurrences(among: readonly Source[], parts: readonly Part[]): readonly Found[] {
  const pattern = patternOf(parts);
  if (!pattern) return [];
  // Most sources are told from the longest run of words alone.
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

/** Nothing where there is nothing to look for. */
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
  // A word, or a number, is not found inside a longer one.
  const before = /^[\p{sc=Latin}\p{Nd}]/u.test(text(parts[0])) ? '(?<![\\p{sc=Latin}\\p{Nd}])' : '';
  const after = /[\p{sc=Latin}\p{Nd}]$/u.test(text(parts.at(-1))) ? '(?![\\p{sc=Latin}\\p{Nd}])' : '';
  return new RegExp(`${before}${pieces.join('')}${after}`, 'gu');
}

/** The first letter of a quotation may be large or small. */
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
  /** Characters to be put in, taken out or changed. */
  readonly distance: number;
}

/** Where a source comes closest to these words; nothing where it does not come near. */
export function nearestIn(source: Source, words: string): Nearest | undefined {
  const wanted = formOfWords(words).text.trim().toLowerCase().slice(0, 160);
  const there = source.lower;
  if (wanted.length < 4) return undefined;
  // Edit distance by rows, one for each wanted character: the cost up to each index of the source, and where the cheapest match began.
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
  // Of equally near matches, the one of the same length.
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

function wholeWords(text: string, start: number, end: number): readonly [number, number] {
  const inWord = (at: number): boolean =>
    /[\p{sc=Latin}\p{Nd}]/u.test(text.charAt(at - 1)) && /[\p{sc=Latin}\p{Nd}]/u.test(text.charAt(at));
  let [from, to] = [start, end];
  while (inWord(from)) from -= 1;
  while (inWord(to)) to += 1;
  return [from, to];
}
