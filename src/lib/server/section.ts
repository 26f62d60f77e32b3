/** Which published section an address means, for the pages that hold one. */
import { error } from '@sveltejs/kit';
import type { Section } from '../story/types.js';
import { editionEntries } from './edition.js';
import { story } from './story.js';

export function sectionOf(param: string): Section {
  return story.sections.find(({ id }) => id === param) ?? error(404, `no section ${param}`);
}

/** For prerendering: every edition's parameters of every published section that will do. */
export function sectionEntries(
  will: (section: Section) => boolean = () => true,
): { edition?: string; section: string }[] {
  const sections = story.sections.filter(will);
  return editionEntries().flatMap((entry) => sections.map(({ id }) => ({ ...entry, section: id })));
}
