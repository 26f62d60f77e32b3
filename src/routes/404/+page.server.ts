import { siteUrl } from '$lib/server/site-url.js';
import { story } from '$lib/server/story.js';
import type { PageServerLoad } from './$types';

/** The page is written as `404.html`, where servers look for it. */
export const trailingSlash = 'never';

/**
 * The 404 page is served at any depth, so it is the only page that cannot link to its site relatively. It is in every edition's
 * language, because nobody knows which edition was wanted. If the build knows the site's address or base path, the page uses it;
 * otherwise its script searches for the story, and without script there is only a link to the host's front page.
 */
export const load: PageServerLoad = () => ({
  editions: story.editions,
  title: story.title,
  root: siteUrl?.href ?? (process.env['BASE_PATH'] ? `${process.env['BASE_PATH']}/` : undefined),
});
