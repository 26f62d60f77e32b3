/** Seeded random numbers: the same on every machine and in every run. */
import { randomLcg, shuffler } from 'd3';

export interface Random {
  /** A number from 0 up to, but not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, but not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** A shuffled copy of a list. */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
}

/** A generator from a seed. Its `pick` throws for an empty list. */
export function seededRandom(seed: number): Random {
  const next = randomLcg(seed);
  // The first number grows with the seed, so tests with consecutive seeds would begin alike: skip it.
  next();
  const below = (limit: number): number => Math.floor(next() * limit);
  const shuffle = shuffler(next);
  return {
    next,
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    shuffle: (items) => shuffle([...items]),
  };
}
