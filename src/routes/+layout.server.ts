import { islandEntry } from '$lib/server/island-entry.js';
import { siteUrl } from '$lib/server/site-url.js';

export const prerender = true;
export const csr = false;
export const trailingSlash = 'always';

/** The address of the entry script relative to the site's root; the pages put their own way there before it. `site`: see site-url.ts. */
export const load = () => ({ entry: islandEntry(), site: siteUrl?.href });
