/** Finds the edition of an address: the original edition has no code in its addresses, the others have theirs. */
import { originalOf } from '../view/editions.js';
import { error } from '@sveltejs/kit';
import type { EditionCode } from '../story/types.js';
import { story } from './story.js';

export function editionOf(param: string | undefined): EditionCode {
  const original = originalOf(story);
  if (param === undefined) return original;
  if (param === original || !story.editions.includes(param)) error(404, `no edition ${param}`);
  return param;
}

/** The route parameters of every edition, for prerendering. */
export function editionEntries(): { edition?: string }[] {
  return story.editions.map((edition, i) => (i === 0 ? {} : { edition }));
}
