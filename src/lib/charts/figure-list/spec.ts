/** Figures set as a list, each with its pen, limit and subject. Nothing is to scale, so anything may stand in it. */
import type { KindSpec } from '../../story/types.js';
import { comparators, figureKinds } from '../scene/comparators.js';

export const spec: KindSpec = {
  kind: 'figure-list',
  states: ['drawn'],
  through: true,
  scale: 'none',
  words: true,
  needs: { notes: true },
  figures: { min: 1, max: 20 },
  derived: { min: 0, max: 20 },
  comparators,
  kinds: figureKinds,
  options: {},
};
