import { islandEntry } from '$lib/server/island-entry.js';
import { makesPictures } from '$lib/server/pictures.js';
import { siteUrl } from '$lib/server/site-url.js';

export const prerender = true;
export const csr = false;
export const trailingSlash = 'always';

/**
 * Data of all pages: the entry script's address relative to the site's root, before which each page puts its own relative path to
 * the root; `site`, see site-url.ts; `pictures`, see pictures.ts.
 */
export const load = () => ({
  entry: islandEntry(),
  site: siteUrl?.href,
  pictures: makesPictures,
});
