/** What the story calls by an id: a figure, a term, a measure. */
import { defined } from '../invariants/defined.js';

/** @throws if nothing has this id; the story's checks make sure that something does */
export const named = <Item extends { readonly id: string }>(list: readonly Item[], id: string): Item =>
  defined(
    list.find((candidate) => candidate.id === id),
    `${id} in the story`,
  );
