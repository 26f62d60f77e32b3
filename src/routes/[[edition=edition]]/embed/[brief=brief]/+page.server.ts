import { editionEntries, editionOf } from '$lib/server/edition.js';
import { frameScript } from '$lib/server/frame-script.js';
import { briefName } from '$lib/story/shape.js';
import { story } from '$lib/server/story.js';
import { error } from '@sveltejs/kit';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  story.brief.length > 0 ? editionEntries().map((entry) => ({ ...entry, brief: briefName })) : [];

export const load: PageServerLoad = ({ params }) => ({
  story: story.brief.length > 0 ? story : error(404, 'the story has no brief'),
  edition: editionOf(params.edition),
  inline: frameScript,
});
