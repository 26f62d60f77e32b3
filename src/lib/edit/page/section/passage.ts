/**
 * Cuts a passage of the report into pieces, with its quotations and the numbers in them marked. Joined, the pieces are the
 * passage again. Pure.
 */
import type { Section, Span, Story } from '../../../story/types.js';

export interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** Id of the figure whose number this is. */
  readonly figure: string | undefined;
}

/** The pieces; none if the section has no passage. */
export function passagePieces(story: Story, { passage }: Section): readonly Piece[] | undefined {
  if (!passage) return undefined;
  const inside = ({ start, end }: Span) => start >= passage.start && end <= passage.end;
  const figures = story.figures.filter(({ quote }) => inside(quote));
  const edges = figures.flatMap(({ quote, span }) => [quote.start, quote.end, span.start, span.end]);
  const cuts = [...new Set([passage.start, ...edges, passage.end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const holds = (span: Span) => span.start <= start && start < span.end;
    return {
      text: story.report.text.slice(start, cuts[i + 1]),
      quoted: figures.some(({ quote }) => holds(quote)),
      figure: figures.find(({ span }) => holds(span))?.id,
    };
  });
}
