import { editionOf } from '$lib/server/edition.js';
import { frameScript } from '$lib/server/frame-script.js';
import { sectionEntries, sectionOf } from '$lib/server/section.js';
import { story } from '$lib/server/story.js';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => sectionEntries();

export const load: PageServerLoad = ({ params }) => ({
  story,
  edition: editionOf(params.edition),
  section: sectionOf(params.section),
  inline: frameScript,
});
