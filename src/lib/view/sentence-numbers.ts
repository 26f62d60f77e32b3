/**
 * A sentence's number, counted through the whole report as it was handed down: what a printed page can name in place of a link. The
 * same number stands before the sentence in the report's text.
 */
import { defined } from '../invariants/defined.js';
import type { Span, Story } from '../story/types.js';

/** @returns the number, from 1 */
export function sentenceNumber({ report }: Pick<Story, 'report'>, { start }: Span): number {
  const at = report.sentences.findIndex((sentence) => sentence.start === start);
  return defined(at < 0 ? undefined : at, `sentence that begins at ${start}`) + 1;
}
