/** Our rendering of a stretch of the report, in editions of other languages; the original prints the report itself. */
import type { EditionCode, Span, Story } from '../story/types.js';

export function renderingOf(story: Story, { start, end }: Span, edition: EditionCode): string | undefined {
  return story.renderings.find((rendering) => rendering.start === start && rendering.end === end)?.text[
    edition
  ];
}
