/**
 * The report's paper as the cover shows it: its first words to be read, set smaller and smaller, and all that follows as marks, one a
 * character. A pure function of the story; knows no markup and no screen.
 */
import { kindClass, type KindClass } from './kind-class.js';
import { runsOf, type ReportRun } from './report-runs.js';
import type { Story } from '../story/types.js';

export interface Cover {
  /** The words, band by band, each to be set smaller than the one before; joined, they are the report's beginning. */
  readonly bands: readonly (readonly ReportRun[])[];
  readonly field: CoverField;
}

/** What isn't set as words, in rows of `columns` characters. Geometry in characters: a mark's cell is 1 by 1. */
export interface CoverField {
  readonly columns: number;
  readonly rows: number;
  /** SVG path: a line through the middle of each row, as long as the row has characters. */
  readonly lines: string;
  /** SVG paths of the figures' boxes, by pen. */
  readonly figures: readonly { readonly pen: KindClass; readonly path: string }[];
}

/** Characters that are set as words at least: enough for a phone's first screen. The words end where a passage of the report does. */
const readable = 240;
const bandCount = 5;
const columns = 100;

export function coverOf(story: Story): Cover {
  const { text } = story.report;
  const cut = story.passages.find(({ end }) => end >= readable)?.end ?? Math.min(readable, text.length);
  const bands = Array.from({ length: bandCount }, (_, i) => {
    const edge = (band: number) => inside(story, Math.round((band * cut) / bandCount));
    const end = i === bandCount - 1 ? cut : edge(i + 1);
    return runsOf(story, { start: edge(i), end }, story.figures);
  });
  return { bands, field: fieldOf(story, cut) };
}

/** No band begins within a number. */
const inside = ({ figures }: Story, at: number): number =>
  figures.find(({ span }) => span.start < at && at < span.end)?.span.end ?? at;

function fieldOf({ report, figures }: Story, from: number): CoverField {
  const length = report.text.length - from;
  const rows = Math.ceil(length / columns);
  const lines = Array.from(
    { length: rows },
    (_, row) => `M0 ${row}.5h${Math.min(columns, length - row * columns)}`,
  ).join('');
  const paths = new Map<KindClass, string>();
  for (const figure of figures) {
    const at = figure.span.start - from;
    if (at < 0) continue;
    const x = at % columns;
    // A number at a row's end keeps the part that fits: marks are a picture, words are told elsewhere.
    const width = Math.min(figure.span.end - figure.span.start, columns - x);
    const pen = kindClass(figure);
    paths.set(pen, `${paths.get(pen) ?? ''}M${x} ${Math.floor(at / columns)}h${width}v1h-${width}z`);
  }
  return { columns, rows, lines, figures: [...paths].map(([pen, path]) => ({ pen, path })) };
}
