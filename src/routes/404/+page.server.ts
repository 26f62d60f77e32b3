import { siteUrl } from '$lib/server/site-url.js';
import { story } from '$lib/server/story.js';
import type { PageServerLoad } from './$types';

/** Written as `404.html`, which is where servers look for it. */
export const trailingSlash = 'never';

/**
 * Shown at any address that doesn't exist, at any depth: the one page that can't name its site relatively. It speaks every edition,
 * for nobody knows which one was looked for. Where the build was told its address or its path, so was this page; else its script
 * looks for the story, and without script there is the host's front page only.
 */
export const load: PageServerLoad = () => ({
  editions: story.editions,
  title: story.title,
  root: siteUrl?.href ?? (process.env['BASE_PATH'] ? `${process.env['BASE_PATH']}/` : undefined),
});
