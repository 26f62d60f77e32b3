/** A stretch of the report cut into text and marked runs: joined, the runs are the stretch again. */
import type { Figure, Span, Story } from '../story/types.js';

export interface TextRun {
  readonly type: 'text';
  readonly text: string;
}

export interface FigureRun {
  readonly type: 'figure';
  readonly figure: Figure;
}

export type ReportRun = TextRun | FigureRun;

/** A run and where it stands; one that holds no characters only marks a place. */
export interface Mark<Run> extends Span {
  readonly run: Run;
}

/** @param marks inside the stretch, in order, none overlapping the next */
export function cutRuns<Run>(
  text: string,
  { start, end }: Span,
  marks: readonly Mark<Run>[],
): readonly (TextRun | Run)[] {
  const found: (TextRun | Run)[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start > at) found.push({ type: 'text', text: text.slice(at, mark.start) });
    found.push(mark.run);
    at = Math.max(at, mark.end);
  }
  if (at < end) found.push({ type: 'text', text: text.slice(at, end) });
  return found;
}

/** @param inked the figures to tell apart, in the report's order; others stay text, as those do that the stretch cuts */
export function runsOf(
  { report }: Pick<Story, 'report'>,
  stretch: Span,
  inked: readonly Figure[],
): readonly ReportRun[] {
  const inside = inked.filter(({ span }) => span.start >= stretch.start && span.end <= stretch.end);
  const marks = inside.map((figure): Mark<FigureRun> => ({
    ...figure.span,
    run: { type: 'figure', figure },
  }));
  return cutRuns(report.text, stretch, marks);
}
