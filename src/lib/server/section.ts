/** Finds the published section of an address, for pages with a single section. */
import { error } from '@sveltejs/kit';
import type { Section } from '../story/types.js';
import { editionEntries } from './edition.js';
import { story } from './story.js';

export function sectionOf(param: string): Section {
  return story.sections.find(({ id }) => id === param) ?? error(404, `no section ${param}`);
}

/** The route parameters of every edition and every published section that `will` accepts, for prerendering. */
export function sectionEntries(
  will: (section: Section) => boolean = () => true,
): { edition?: string; section: string }[] {
  const sections = story.sections.filter(will);
  return editionEntries().flatMap((entry) => sections.map(({ id }) => ({ ...entry, section: id })));
}
