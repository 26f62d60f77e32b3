/** One length as a line, folded to fit, beside the length that one of its parts stands for. No map, no route. */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';
import { missing } from '../scene/spec-helpers.js';

export const spec: KindSpec = {
  kind: 'folded-line',
  states: ['start', 'drawn'],
  through: false,
  scale: 'none',
  figures: { min: 1, max: 1 },
  // How many lengths of the scale bar the line is long; a rest is drawn as a part of one.
  derived: { min: 1, max: 1 },
  comparators: ['=', '>=', '>', 'strive'],
  kinds: ['reported', 'target'],
  options: { missing },
  refuse: (input) => [...lengthProblems(input), ...tilingProblems(input)],
};

function lengthProblems({ figures }: RefusalInput): Message[] {
  return figures
    .filter((figure) => figure.measure !== 'length')
    .map(({ id }) => ({
      zh: `${id} 量的不是长度（measure: length），不能画成线`,
      en: `${id} does not measure a length (measure: length), so it is no line`,
    }));
}

/** Fewer than one bar can't be folded, more than that can't be counted. */
const mostLengths = 200;

function tilingProblems({ figures: [figure], derived: [tiling] }: RefusalInput): Message[] {
  if (!figure || !tiling) return [];
  if (tiling.operation !== 'tiling' || tiling.from[0] !== figure.id) {
    return [
      {
        zh: `${tiling.id} 不是 ${figure.id} 的分点（tiling）`,
        en: `${tiling.id} is not a tiling of ${figure.id}`,
      },
    ];
  }
  return tiling.value >= 1 && tiling.value <= mostLengths
    ? []
    : [
        {
          zh: `${tiling.id} 把线分成 ${tiling.value} 段：请换一个 per，分成一至 ${mostLengths} 段`,
          en: `${tiling.id} makes ${tiling.value} lengths of the line: choose a "per" that makes 1 to ${mostLengths}`,
        },
      ];
}
