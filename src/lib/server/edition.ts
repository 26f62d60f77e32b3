/** Which edition an address means: the original has none in its address, the others their code. */
import { error } from '@sveltejs/kit';
import type { EditionCode } from '../story/types.js';
import { story } from './story.js';

export function editionOf(param: string | undefined): EditionCode {
  const [original, ...others] = story.editions;
  if (original === undefined) throw new Error('the story has no edition');
  if (param === undefined) return original;
  if (!others.includes(param)) error(404, `no edition ${param}`);
  return param;
}

/** For prerendering: every edition's parameter. */
export function editionEntries(): { edition?: string }[] {
  return story.editions.map((edition, i) => (i === 0 ? {} : { edition }));
}
