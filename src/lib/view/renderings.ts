/** Our rendering of a span of the report; undefined in the original edition, which prints the report itself. */
import type { EditionCode, Span, Story } from '../story/types.js';

export function renderingOf(story: Story, { start, end }: Span, edition: EditionCode): string | undefined {
  return story.renderings.find((rendering) => rendering.start === start && rendering.end === end)?.text[
    edition
  ];
}
