import { editionOf, editionEntries } from '$lib/server/edition.js';
import { story } from '$lib/server/story.js';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = editionEntries;

export const load: PageServerLoad = ({ params }) => ({ story, edition: editionOf(params.edition) });
