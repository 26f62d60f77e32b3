/**
 * The report as the cover shows it: its first words as text, set smaller and smaller, and the rest as one mark per character. A
 * pure function of the story; knows no markup and no screen.
 */
import { kindClass, type KindClass } from './kind-class.js';
import { runsOf, type ReportRun } from './report-runs.js';
import type { Story } from '../story/types.js';

export interface Cover {
  /** The readable words in bands, each set smaller than the one before. Joined, they are the beginning of the report. */
  readonly bands: readonly (readonly ReportRun[])[];
  readonly field: CoverField;
}

/** The rest of the report in rows of `columns` characters. The unit of its geometry is the character: each has a cell of 1 by 1. */
export interface CoverField {
  readonly columns: number;
  readonly rows: number;
  /** SVG path: a horizontal line through the middle of each row, as long as the row has characters. */
  readonly lines: string;
  /** SVG paths of the boxes around the figures, by pen. */
  readonly figures: readonly { readonly pen: KindClass; readonly path: string }[];
}

/** How many characters are set as words at least: enough for a phone's first screen. The words end at the end of a passage. */
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

/** Moves a band's edge behind a number that it would cut. */
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
    // A number at the end of a row is cut there: the marks are only a picture, and the words of the report are text elsewhere.
    const width = Math.min(figure.span.end - figure.span.start, columns - x);
    const pen = kindClass(figure);
    paths.set(pen, `${paths.get(pen) ?? ''}M${x} ${Math.floor(at / columns)}h${width}v1h-${width}z`);
  }
  return { columns, rows, lines, figures: [...paths].map(([pen, path]) => ({ pen, path })) };
}
