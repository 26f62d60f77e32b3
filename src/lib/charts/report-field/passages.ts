/** Where a report's characters stand: each passage begins a line of its own, like a paragraph, all in one column of text. */
import { bisector, cumsum, max, range, sum } from 'd3';
import type { ChartPassage, ChartSize } from '../scene/types.js';
import { fit, textWidth, type FontSizes } from '../scene/text.js';

export interface PlacedPassage extends ChartPassage {
  readonly y: number;
  readonly height: number;
  readonly rows: number;
  /** Middle of its label in the margin; none where the frame is too low for all of them. */
  readonly labelY: number | undefined;
  readonly shown: string;
}

export interface ReportArea {
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
  sizes: FontSizes,
): ReportArea {
  const named = own.length === report.length;
  const passages = named
    ? report.map((passage, i) => ({ ...passage, label: own[i] ?? passage.label }))
    : report;
  const widest = max(passages, (passage) => textWidth(passage.label, sizes.small)) ?? 0;
  const labelRoom = Math.min(widest, size.width * (named ? 0.33 : 0.34));
  const left = labelRoom + 14;
  const width = size.width - left - bracketRoom;
  const height = area.bottom - area.top;
  const columns = columnsFor(passages, width, height);
  const lines = linesOf(passages, columns);
  const line = height / lines.total;

  const ends = cumsum(lines.rows, (rows) => rows + gapLines);
  const bare = passages.map((passage, i) => {
    const rows = lines.rows[i] ?? 1;
    const y = area.top + (ends[i - 1] ?? 0) * line;
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
  const total = sum(rows) + gapLines * (passages.length - 1);
  return { rows, total };
}

/** The fewest columns, so the largest characters, with which everything fits the height. */
function columnsFor(passages: readonly ChartPassage[], width: number, height: number): number {
  const heightIn = (columns: number) => linesOf(passages, columns).total * (width / columns) * leading;
  // A binary search, since the height falls as columns increase.
  const byHeight = bisector<number, number>((columns, most) => most - heightIn(columns));
  const columns = range(8, 400);
  return columns[byHeight.left(columns, height)] ?? 400;
}

/** As many passages as have room for a label, the longest ones, in the report's order. */
function longest<P extends ChartPassage>(passages: readonly P[], most: number): P[] {
  const kept = [...passages].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, Math.max(0, most));
  return passages.filter((passage) => kept.includes(passage));
}

/**
 * Puts labels as near to the middles of their passages as a least distance between neighbours allows, in order and within the area.
 * Labels that would collide move apart together, so that none is pushed far from what it names.
 *
 * This is isotonic regression by pooling adjacent violators: take `step` times its index off each wanted y, and the task is to make
 * the rest ascend with the least sum of squared shifts. Neighbours out of order pool into one block at their mean.
 *
 * @param wanted middles of the passages from the top down, in px
 * @param room.step least distance between two labels, in px
 * @returns the labels' middles, in px
 */
function spread(wanted: readonly number[], room: { step: number; top: number; bottom: number }): number[] {
  const blocks: { sum: number; count: number }[] = [];
  const mean = (block: { sum: number; count: number }) => block.sum / block.count;
  wanted.forEach((y, i) => {
    let block = { sum: y - i * room.step, count: 1 };
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const highest = room.bottom - (wanted.length - 1) * room.step;
  return blocks
    .flatMap((block) =>
      Array.from({ length: block.count }, () => Math.min(Math.max(mean(block), room.top), highest)),
    )
    .map((y, i) => y + i * room.step);
}
