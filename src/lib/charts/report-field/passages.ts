/** Where a report's characters stand: each passage begins a line of its own, like a paragraph, all in one column of text. */
import type { ChartPassage, ChartSize } from '../types.js';
import { fit, textWidth, type TypeSizes } from '../text.js';

export interface PlacedPassage extends ChartPassage {
  readonly y: number;
  readonly height: number;
  readonly rows: number;
  /** Middle of its label in the margin; none where the frame is too low for all of them. */
  readonly labelY: number | undefined;
  readonly shown: string;
}

export interface Placed {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly columns: number;
  /** Whether the labels are our own short ones, not the report's headings. */
  readonly own: boolean;
  /** Half of the space between two passages. */
  readonly gap: number;
  /** Half the side of a lit figure. */
  readonly radius: number;
  readonly passages: readonly PlacedPassage[];
}

/** Lines are set a little apart, as text is. */
const leading = 1.18;
/** Space between passages, in lines. */
const gapLines = 0.7;
/** What the margin on the right needs for the counts. */
export const bracketRoom = 34;

export function placePassages(
  report: readonly ChartPassage[],
  own: readonly string[],
  area: { readonly top: number; readonly bottom: number },
  size: ChartSize,
  sizes: TypeSizes,
): Placed {
  const named = own.length === report.length;
  const passages = named
    ? report.map((passage, i) => ({ ...passage, label: own[i] ?? passage.label }))
    : report;
  const widest = Math.max(...passages.map((passage) => textWidth(passage.label, sizes.small)));
  const labelRoom = Math.min(widest, size.width * (named ? 0.33 : 0.34));
  const left = labelRoom + 14;
  const width = size.width - left - bracketRoom;
  const height = area.bottom - area.top;
  const columns = columnsFor(passages, width, height);
  const lines = linesOf(passages, columns);
  const line = height / lines.total;

  let used = 0;
  const bare = passages.map((passage, i) => {
    const rows = lines.rows[i] ?? 1;
    const y = area.top + used * line;
    used += rows + gapLines;
    return {
      ...passage,
      rows,
      y,
      height: rows * line,
      shown: fit(passage.label, sizes.small, labelRoom),
    };
  });
  const step = sizes.small + 1.5;
  const labelled = longest(bare, Math.floor(height / step));
  const labels = spread(
    labelled.map((passage) => passage.y + Math.min(passage.height, sizes.small) / 2),
    { step, top: area.top + sizes.small / 2, bottom: area.bottom - sizes.small / 2 },
  );
  return {
    left,
    width,
    top: area.top,
    bottom: area.bottom,
    columns,
    own: named,
    gap: (gapLines * line) / 2,
    radius: Math.max(2.75, Math.min(6.5, line * 0.8)),
    passages: bare.map((passage) => ({ ...passage, labelY: labels[labelled.indexOf(passage)] })),
  };
}

function linesOf(passages: readonly ChartPassage[], columns: number) {
  const rows = passages.map((passage) => Math.max(1, Math.ceil((passage.end - passage.start) / columns)));
  const total = rows.reduce((sum, count) => sum + count, 0) + gapLines * (passages.length - 1);
  return { rows, total };
}

/** The fewest columns, so the largest characters, with which everything fits the height. */
function columnsFor(passages: readonly ChartPassage[], width: number, height: number): number {
  let columns = 8;
  while (columns < 400 && linesOf(passages, columns).total * (width / columns) * leading > height)
    columns += 1;
  return columns;
}

/** As many passages as have room for a label, the longest ones, in the report's order. */
function longest<P extends ChartPassage>(passages: readonly P[], most: number): P[] {
  const kept = [...passages].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, Math.max(0, most));
  return passages.filter((passage) => kept.includes(passage));
}

/**
 * Labels as near to their places as a minimum step allows, in order, within the area: neighbours that would collide move apart
 * together, so that none is pushed far from what it names.
 */
function spread(wanted: readonly number[], room: { step: number; top: number; bottom: number }): number[] {
  // Without the steps, the task is to make the places ascend: runs that don't are set to their mean.
  const runs: { sum: number; count: number }[] = [];
  const mean = (run: { sum: number; count: number }) => run.sum / run.count;
  wanted.forEach((y, i) => {
    let run = { sum: y - i * room.step, count: 1 };
    for (let last = runs.at(-1); last && mean(last) > mean(run); last = runs.at(-1)) {
      runs.pop();
      run = { sum: last.sum + run.sum, count: last.count + run.count };
    }
    runs.push(run);
  });
  const highest = room.bottom - (wanted.length - 1) * room.step;
  return runs
    .flatMap((run) =>
      Array.from({ length: run.count }, () => Math.min(Math.max(mean(run), room.top), highest)),
    )
    .map((place, i) => place + i * room.step);
}
