import { islandEntry } from '$lib/server/island-entry.js';
import { siteUrl } from '$lib/server/site-url.js';

export const prerender = true;
export const csr = false;
export const trailingSlash = 'always';

/**
 * Data of all pages: the entry script's address relative to the site's root, before which each page puts its own relative path to
 * the root; and `site`, see site-url.ts; and whether
 * the build makes pictures of the steps, which `npm run build:all` asks for.
 */
export const load = () => ({
  entry: islandEntry(),
  site: siteUrl?.href,
  pictures: process.env['PICTURES'] === '1',
});
