/**
 * Cuts the report into paragraphs and runs, so that a page can mark its figures without changing a character: all runs, joined
 * with a newline between paragraphs, are the report again. Knows the story, no markup.
 */
import { cutRuns, type PlacedRun, type ReportRun } from '../report-runs.js';
import { sentenceNumber } from '../sentence-numbers.js';
import type { Quote, Story } from '../../story/types.js';

export type Run =
  | ReportRun
  /** The report's own heading of a passage. */
  | { readonly type: 'heading'; readonly text: string }
  /** An empty run that marks where a passage begins. */
  | { readonly type: 'passage'; readonly section: string }
  /** An empty run before a sentence, with its number. */
  | { readonly type: 'sentence'; readonly number: number };

/** The runs to mark, in order. A heading that overlaps a figure is left out. */
function marks(story: Story): readonly PlacedRun<Run>[] {
  const overFigure = (span: Quote) =>
    story.figures.some((figure) => figure.span.start < span.end && span.start < figure.span.end);
  const all: PlacedRun<Run>[] = [
    ...story.passages.map(({ section, start }): PlacedRun<Run> => ({
      start,
      end: start,
      run: { type: 'passage', section },
    })),
    ...story.passages
      .flatMap(({ heading }) => heading ?? [])
      .filter((heading) => !overFigure(heading))
      .map((heading): PlacedRun<Run> => ({ ...heading, run: { type: 'heading', text: heading.text } })),
    ...story.report.sentences.map((sentence): PlacedRun<Run> => ({
      start: sentence.start,
      end: sentence.start,
      run: { type: 'sentence', number: sentenceNumber(story, sentence) },
    })),
    ...story.figures.map((figure): PlacedRun<Run> => ({ ...figure.span, run: { type: 'figure', figure } })),
  ];
  return all.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The range of each line, without its newline. */
function lines(text: string): readonly { start: number; end: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, end: start + line.length };
    start = found.end + 1;
    return found;
  });
}

/** One list of runs per line of the report. */
export function paragraphs(story: Story): readonly (readonly Run[])[] {
  const { text } = story.report;
  const all = marks(story);
  return lines(text).map((line) => {
    const inside = all.filter(
      ({ start, end }) =>
        start >= line.start && end <= line.end && (start < line.end || line.start === line.end),
    );
    return cutRuns(text, line, inside);
  });
}
