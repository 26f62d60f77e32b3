/**
 * The ticks of the figure rail in the report's order: one per figure, and a gap for each passage without figures. Pure; knows no
 * element. A gap's width grows with its passage's length, at half the scale of the average figure's share of the report and
 * within bounds, so that a silent passage is visible and the ticks stay wide enough.
 */
import type { Figure, Story } from '../story/types.js';
import { kindClass, type KindClass } from './kind-class.js';

export interface RailTick {
  readonly type: 'tick';
  readonly figure: Figure;
  readonly kindClass: KindClass;
  /** Whether it is the first tick of its passage, before which the rail's line is broken. */
  readonly opens: boolean;
}

export interface RailGap {
  readonly type: 'gap';
  readonly section: string;
  /** Width in ticks. */
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
