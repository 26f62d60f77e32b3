/** An edition's Atom feed. A story without a date (`updated`) has none, because a feed must say when it was last changed. */
import { error } from '@sveltejs/kit';
import { editionEntries, editionOf } from '$lib/server/edition.js';
import { makesPictures } from '$lib/server/pictures.js';
import { siteUrl } from '$lib/server/site-url.js';
import { story } from '$lib/server/story.js';
import { atomFeed } from '$lib/view/feed/atom.js';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => (story.updated === undefined ? [] : editionEntries());

export const GET: RequestHandler = ({ params }) => {
  if (story.updated === undefined) error(404);
  const feed = atomFeed(story, editionOf(params.edition), {
    site: siteUrl?.href,
    pictures: makesPictures,
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
