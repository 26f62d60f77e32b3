/**
 * Our renderings of the sentences that contain figures, grouped by the report's paragraphs, so that a page can show them side by
 * side.
 */
import { renderingOf } from '../renderings.js';
import type { EditionCode, Story } from '../../story/types.js';

export interface RenderedSentence {
  readonly text: string;
  /** Ids of the sentence's figures, in order. */
  readonly figures: readonly string[];
}

/** One list per line of the report, like `paragraphs`; all lists are empty in the report's own language. */
export function renderedSentences(
  story: Story,
  edition: EditionCode,
): readonly (readonly RenderedSentence[])[] {
  let start = 0;
  return story.report.text.split('\n').map((line) => {
    const end = start + line.length;
    const inside = story.figures.filter(({ sentence }) => sentence.start >= start && sentence.end <= end);
    start = end + 1;
    const sentences = [...new Map(inside.map(({ sentence }) => [sentence.start, sentence])).values()];
    return sentences.flatMap((sentence) => {
      const text = renderingOf(story, sentence, edition);
      const figures = inside.filter((figure) => figure.sentence.start === sentence.start);
      return text === undefined ? [] : [{ text, figures: figures.map(({ id }) => id) }];
    });
  });
}
