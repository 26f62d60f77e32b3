/** Seeded chance: the same numbers on every machine and in every run. */
import { randomLcg, shuffler } from 'd3';

export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** A new list of the same items in another order. */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
}

/** @throws `pick` throws on an empty list */
export function seededRandom(seed: number): Random {
  const next = randomLcg(seed);
  // The first number grows with the seed: tests whose seeds follow each other would all begin alike.
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
