/**
 * The report cut into paragraphs and runs, so that a page can mark its figures without changing a character: all runs and the
 * newlines between paragraphs, joined, are the report again. Knows the story, no markup.
 */
import type { Figure, Quote, Story } from '../../story/types.js';

export type Run =
  | { readonly type: 'text'; readonly text: string }
  /** The report's own heading of a passage. */
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'figure'; readonly figure: Figure }
  /** Holds no characters: it marks where a passage begins. */
  | { readonly type: 'passage'; readonly section: string };

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly run: Run;
}

/** The spans to mark, in order; a heading that overlaps a figure is left out. */
function marks(story: Story): readonly Mark[] {
  const overFigure = (span: Quote) =>
    story.figures.some((figure) => figure.span.start < span.end && span.start < figure.span.end);
  const all: Mark[] = [
    ...story.passages.map(({ section, start }): Mark => ({
      start,
      end: start,
      run: { type: 'passage', section },
    })),
    ...story.passages
      .flatMap(({ heading }) => heading ?? [])
      .filter((heading) => !overFigure(heading))
      .map((heading): Mark => ({ ...heading, run: { type: 'heading', text: heading.text } })),
    ...story.figures.map((figure): Mark => ({ ...figure.span, run: { type: 'figure', figure } })),
  ];
  return all.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where each line of the text begins and ends; a newline belongs to none. */
function lines(text: string): readonly { start: number; end: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, end: start + line.length };
    start = found.end + 1;
    return found;
  });
}

function runs(text: string, line: { start: number; end: number }, inside: readonly Mark[]): readonly Run[] {
  const found: Run[] = [];
  let at = line.start;
  for (const mark of inside) {
    if (mark.start > at) found.push({ type: 'text', text: text.slice(at, mark.start) });
    found.push(mark.run);
    at = Math.max(at, mark.end);
  }
  if (at < line.end) found.push({ type: 'text', text: text.slice(at, line.end) });
  return found;
}

/** One list of runs a line of the report. */
export function paragraphs(story: Story): readonly (readonly Run[])[] {
  const { text } = story.report;
  const all = marks(story);
  return lines(text).map((line) => {
    const inside = all.filter(
      ({ start, end }) =>
        start >= line.start && end <= line.end && (start < line.end || line.start === line.end),
    );
    return runs(text, line, inside);
  });
}
