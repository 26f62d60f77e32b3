import { story } from '$lib/server/story.js';
import type { PageServerLoad } from './$types';

/** Written as `404.html`, which is where servers look for it. */
export const trailingSlash = 'never';

export const load: PageServerLoad = () => ({ story, edition: story.editions[0] ?? '' });
