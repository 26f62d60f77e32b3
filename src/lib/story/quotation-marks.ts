/**
 * Finds quotations in a text of any language by their marks: “…”, ‘…’, "…", 「…」, 『…』, «…», and titles in 《…》. Only the outermost
 * marks count; marks inside belong to the quotation. Does not know who said the words.
 */
import { present } from '../invariants/defined.js';
import type { Span } from './types.js';

/** The range between two quotation marks. Where a mark has no partner, `unclosed` is true and the range is the mark itself. */
export interface QuotedSpan extends Span {
  readonly title: boolean;
  readonly unclosed: boolean;
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['「', '」'],
  ['『', '』'],
  ['﹁', '﹂'],
  ['﹃', '﹄'],
  ['｢', '｣'],
  ['〝', '〞〟'],
  ['«', '»'],
  ['‹', '›'],
  ['《', '》'],
  ['〈', '〉'],
  ['"', '"'],
  ['＂', '＂'],
  ["'", "'"],
]);
const titles = '《〈';
/** Marks that can also be an apostrophe: without a partner they are taken for one. */
const apostrophes = "‘’'";
const closers: ReadonlySet<string> = new Set([...pairs.values()].flatMap((marks) => [...marks]));
/**
 * A letter next to ' or ’ makes it an apostrophe. Han characters don't: Chinese is written without spaces around quotation marks.
 */
const letter = /[\p{sc=Latin}\p{N}]/u;

/** HTML tags pasted from a web page. The page prints them as text, but the quotation marks around their attributes don't count. */
const tag = /<\/?[a-z][^<>“”「」]*>/gi;

/** Finds all quotations and all marks without a partner, in the order of the text. Ranges are UTF-16 offsets in `typed`. */
export function quotationsIn(typed: string): readonly QuotedSpan[] {
  const text = typed.replace(tag, (found) => ' '.repeat(found.length));
  const found: QuotedSpan[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = text.charAt(at);
    const opens = canOpen(text, at);
    const end = opens ? partnerOf(text, at) : undefined;
    const title = titles.includes(mark);
    if (end !== undefined) {
      found.push({ start: at + 1, end, title, unclosed: false });
      at = end;
    } else if ((opens || closers.has(mark)) && !apostrophes.includes(mark)) {
      found.push({ start: at, end: at + 1, title, unclosed: true });
    }
    at += 1;
  }
  return found;
}

/** A straight ' opens a quotation only at the beginning of a word, so not in “don't”. */
function canOpen(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark !== "'") return pairs.has(mark);
  return !letter.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/**
 * Index of the mark that closes the one at `start`; pairs of the same kind may be nested inside. Undefined if it is never closed.
 */
function partnerOf(text: string, start: number): number | undefined {
  const opener = text.charAt(start);
  const wanted = present(pairs, opener);
  let depth = 1;
  for (let at = start + 1; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (wanted.includes(mark)) {
      if (apostrophes.includes(mark) && letter.test(text.charAt(at + 1))) continue;
      depth -= 1;
      if (depth === 0) return at;
    } else if (mark === opener) depth += 1;
  }
  return undefined;
}
