/** One count as so many dots: one each, or one for a stated amount. */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';

/** More than this a field can't show one by one. */
export const mostDots = 10_000;

export const spec: KindSpec = {
  kind: 'unit-dots',
  states: ['start', 'drawn'],
  through: false,
  scale: 'none',
  figures: { min: 1, max: 1 },
  derived: { min: 0, max: 1 },
  comparators: ['='],
  kinds: ['reported', 'target', 'scale'],
  options: {},
  refuse,
};

function refuse(input: RefusalInput): readonly Message[] {
  const [figure] = input.figures;
  const [tiling] = input.derived;
  if (!figure) return [];
  if (tiling && (tiling.operation !== 'tiling' || tiling.from[0] !== figure.id)) {
    return [
      {
        zh: `${tiling.id} 不是 ${figure.id} 的分点（tiling）`,
        en: `${tiling.id} is not a tiling of ${figure.id}`,
      },
    ];
  }
  const dots = tiling?.value ?? figure.value;
  if (!Number.isInteger(dots) || dots < 1 || dots > mostDots) {
    return [
      {
        zh: `${figure.id} 画不成整数个点（一至 ${mostDots} 个）：请在 derived 中给出分点（tiling）`,
        en: `${figure.id} is not a whole number of dots from 1 to ${mostDots}: give a tiling in derived`,
      },
    ];
  }
  return [];
}
