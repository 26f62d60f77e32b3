/** Finds what has a given id: a figure, a term, a measure. */
import { defined } from '../invariants/defined.js';

/** @throws if nothing has this id, which the story's checks rule out */
export const named = <Item extends { readonly id: string }>(list: readonly Item[], id: string): Item =>
  defined(
    list.find((candidate) => candidate.id === id),
    `${id} in the story`,
  );
