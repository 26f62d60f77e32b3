/**
 * Finds what stands in quotation marks in a text of any language: “…”, ‘…’, "…", 「…」, 『…』, «…» and the titles in 《…》.
 * The outermost marks count; marks inside belong to the quotation. Knows characters, not what was said.
 */
import { present } from '../invariants/defined.js';
import type { Span } from './types.js';

/** Where the words between two marks stand; `unclosed` where a mark has no partner. */
export interface Marked extends Span {
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
/** Marks that are also an apostrophe: without a partner they are that. */
const apostrophes = "‘’'";
const closers: ReadonlySet<string> = new Set([...pairs.values()].flatMap((marks) => [...marks]));
/** Chinese characters stand on either side of a mark without a blank. */
const letter = /[\p{sc=Latin}\p{N}]/u;

/** A tag pasted from a web page is printed as it is; the marks round its attributes say nothing. */
const tag = /<\/?[a-z][^<>“”「」]*>/gi;

/** Quotations in the order of the text. */
export function quotationsIn(typed: string): readonly Marked[] {
  const text = typed.replace(tag, (found) => ' '.repeat(found.length));
  const found: Marked[] = [];
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

/** A straight ' opens only before a word that does not run on from before it: not in don't. */
function canOpen(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark !== "'") return pairs.has(mark);
  return !letter.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/** Where the mark at `start` is closed; its own kind may stand inside in pairs. */
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
