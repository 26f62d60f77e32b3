/** Cuts a sentence of the report around its clause and number. Characters are only cut, never changed. */
import type { Quote, Span } from '../../story/types.js';
import type { Segment } from './types.js';

/**
 * The sentence in up to five pieces: before the clause, clause before the number, number, clause after it, rest. Joined, they are
 * the sentence again.
 *
 * @param number lies inside `clause`, which lies inside `sentence`
 */
export function sentenceSegments(sentence: Quote, clause: Span, number: Span): readonly Segment[] {
  const cut = (start: number, end: number) =>
    sentence.text.slice(start - sentence.start, end - sentence.start);
  const pieces: readonly Segment[] = [
    { text: cut(sentence.start, clause.start) },
    { text: cut(clause.start, number.start), mark: 'clause' },
    { text: cut(number.start, number.end), mark: 'number' },
    { text: cut(number.end, clause.end), mark: 'clause' },
    { text: cut(clause.end, sentence.end) },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

/**
 * An offset in a text of `length` characters as a share from 0 to 1, rounded to four decimals, which is finer than any bar can
 * show.
 */
export function fraction(offset: number, length: number): number {
  return length === 0 ? 0 : Math.round((offset / length) * 10_000) / 10_000;
}
