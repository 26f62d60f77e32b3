/** A passage of the report in pieces, with what is quoted of it and the numbers in that. It is only cut: joined, the pieces are the passage. Pure. */
import type { Section, Span, Story } from '../../../story/types.js';

export interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** The figure whose number this is. */
  readonly figure: string | undefined;
}

/** Nothing where the section is ours alone. */
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
