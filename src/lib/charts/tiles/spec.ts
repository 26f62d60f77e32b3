/** Amounts that share no scale, each large in a tile whose edges say how it is limited. Tiles are of one size: none is to scale. */
import type { KindSpec } from '../../story/types.js';
import { comparators, figureKinds } from '../scene/comparators.js';

export const spec: KindSpec = {
  kind: 'tiles',
  states: ['start', 'drawn'],
  through: true,
  scale: 'none',
  words: true,
  figures: { min: 1, max: 8 },
  derived: { min: 0, max: 4 },
  comparators,
  kinds: figureKinds,
  options: {},
};
