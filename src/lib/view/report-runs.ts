/** A stretch of the report cut into text and figures: joined, the runs are the stretch again. */
import type { Figure, Story } from '../story/types.js';

export type ReportRun =
  { readonly type: 'text'; readonly text: string } | { readonly type: 'figure'; readonly figure: Figure };

/**
 * @param inked the figures to tell apart, in the report's order; others stay text, as those do that the stretch cuts
 */
export function runsOf(
  { report }: Pick<Story, 'report'>,
  start: number,
  end: number,
  inked: readonly Figure[],
): readonly ReportRun[] {
  const runs: ReportRun[] = [];
  let at = start;
  const cut = (to: number) => {
    if (to > at) runs.push({ type: 'text', text: report.text.slice(at, to) });
    at = to;
  };
  for (const figure of inked) {
    if (figure.span.start < at || figure.span.end > end) continue;
    cut(figure.span.start);
    runs.push({ type: 'figure', figure });
    at = figure.span.end;
  }
  cut(end);
  return runs;
}
