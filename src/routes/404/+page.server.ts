import { story } from '$lib/server/story.js';
import type { PageServerLoad } from './$types';

/** Written as `404.html`, which is where servers look for it. */
export const trailingSlash = 'never';

/**
 * Shown at any address that doesn't exist, at any depth: the one page that can't name its site relatively. It speaks every edition,
 * for nobody knows which one was looked for.
 */
export const load: PageServerLoad = () => ({
  editions: story.editions,
  title: story.title,
  root: `${process.env.BASE_PATH ?? ''}/`,
});
