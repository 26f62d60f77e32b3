/**
 * Two sides of one text: passages that hold numbers, one tick a number, beside passages in full that hold none. It counts what is
 * written; it weighs nothing.
 */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';
import { comparators, figureKinds } from '../scene/comparators.js';
import { quotesOf } from '../scene/spec-helpers.js';

const mostBlocks = 8;
const blockStates = Array.from({ length: mostBlocks }, (_, i) => `block-${i + 1}`);

export const spec: KindSpec = {
  kind: 'tally',
  // The ticks alone; then one block after the other in its full wording; then both sides in full.
  states: ['start', ...blockStates, 'both'],
  through: false,
  scale: 'none',
  words: true,
  figures: { min: 1, max: 40 },
  // How many figures each side holds: the ticks' count, then the blocks'.
  derived: { min: 2, max: 2 },
  comparators,
  kinds: figureKinds,
  options: {
    quotes: { type: 'quotes', required: true },
    // What each side is called, in our words.
    heads: { type: 'texts', required: true },
  },
  refuse,
};

function refuse({ figures, derived, options }: RefusalInput): readonly Message[] {
  const problems: Message[] = [];
  const [ticks, blocks] = derived;
  const ids = figures.map(({ id }) => id);
  if (
    !ticks ||
    ticks.operation !== 'count' ||
    ticks.from.length !== ids.length ||
    !ticks.from.every((id) => ids.includes(id))
  ) {
    problems.push({
      zh: 'derived 的前一项须是计数（count），数的正好是本图的 figures',
      en: 'the first of derived must be a count of exactly the chart’s figures',
    });
  }
  if (!blocks || blocks.operation !== 'count' || blocks.value !== 0) {
    problems.push({
      zh: 'derived 的后一项须是计数（count），结果为零：这边没有数字',
      en: 'the second of derived must be a count that comes to nought: that side holds no figure',
    });
  }
  if (quotesOf(options, 'quotes').length > mostBlocks) {
    problems.push({ zh: `quotes 最多 ${mostBlocks} 段`, en: `at most ${mostBlocks} quotes` });
  }
  const heads = options['heads'];
  if (heads?.type === 'texts' && heads.items.length !== 2) {
    problems.push({ zh: 'heads 须正好两条，一边一条', en: 'heads must be two, one a side' });
  }
  return problems;
}
