/**
 * The rail's row of ticks in the report's order: a tick a figure, and a gap for every passage that holds none. Pure; knows no
 * element. A gap is as wide as its passage is long, at half the scale of an average figure's share of the report, within bounds:
 * the silence is to be seen, the ticks are to stay wide enough.
 */
import type { Figure, Story } from '../story/types.js';
import { kindClass, type KindClass } from './kind-class.js';

export interface RailTick {
  readonly type: 'tick';
  readonly figure: Figure;
  readonly kindClass: KindClass;
  /** The first of its passage: the thread breaks before it. */
  readonly opens: boolean;
}

export interface RailGap {
  readonly type: 'gap';
  readonly section: string;
  /** In ticks. */
  readonly span: number;
}

const bounds = { least: 2, most: 6 } as const;

export function railTicks(story: Story): readonly (RailTick | RailGap)[] {
  const share = story.report.text.length / Math.max(1, story.figures.length);
  return story.passages.flatMap((passage): (RailTick | RailGap)[] => {
    const figures = story.figures.filter((figure) => figure.section === passage.section);
    if (figures.length > 0) {
      return figures.map((figure, i) => ({
        type: 'tick',
        figure,
        kindClass: kindClass(figure),
        opens: i === 0,
      }));
    }
    const span = Math.round((passage.end - passage.start) / share / 2);
    return [
      { type: 'gap', section: passage.section, span: Math.min(bounds.most, Math.max(bounds.least, span)) },
    ];
  });
}
