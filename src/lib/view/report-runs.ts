/**
 * Cuts a range of the report into runs of plain text and runs with a meaning, such as a figure. Joined, the runs' texts are the
 * range again.
 */
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

/** A run and its offsets in the report. An empty range (`start` equals `end`) marks a point, such as the beginning of a passage. */
export interface PlacedRun<Run> extends Span {
  readonly run: Run;
}

/**
 * Fills the gaps between the given runs with text runs.
 *
 * @param placed runs inside the range, in order, without overlaps
 */
export function cutRuns<Run>(
  text: string,
  { start, end }: Span,
  placed: readonly PlacedRun<Run>[],
): readonly (TextRun | Run)[] {
  const found: (TextRun | Run)[] = [];
  let at = start;
  for (const each of placed) {
    if (each.start > at) found.push({ type: 'text', text: text.slice(at, each.start) });
    found.push(each.run);
    at = Math.max(at, each.end);
  }
  if (at < end) found.push({ type: 'text', text: text.slice(at, end) });
  return found;
}

/**
 * Cuts a range of the report at its figures.
 *
 * @param inked figures to mark, in the report's order; those not wholly inside the range stay plain text
 */
export function runsOf(
  { report }: Pick<Story, 'report'>,
  range: Span,
  inked: readonly Figure[],
): readonly ReportRun[] {
  const inside = inked.filter(({ span }) => span.start >= range.start && span.end <= range.end);
  const placed = inside.map((figure): PlacedRun<FigureRun> => ({
    ...figure.span,
    run: { type: 'figure', figure },
  }));
  return cutRuns(report.text, range, placed);
}
