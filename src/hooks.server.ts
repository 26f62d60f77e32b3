import type { Handle } from '@sveltejs/kit';
import { formatFor } from '$lib/format/index.js';
import { story } from '$lib/server/story.js';

/**
 * The framework marks with comments where its script would take a page over. Pages without that script don't need them: a fifth of
 * the story's HTML, and three nodes for each element.
 */
function withoutMarkers(html: string): string {
  return html.includes('__sveltekit') ? html : html.replace(/<!--[\s\S]*?-->/g, '');
}

/** What an embedded page embeds, by route: said on its root, for its style and its script. */
const embeds: Readonly<Record<string, string>> = {
  '/[[edition=edition]]/embed': 'data-embed="story"',
  '/[[edition=edition]]/embed/[section]': 'data-embed="section"',
  '/[[edition=edition]]/embed/[section]/chart': 'data-embed="chart"',
};

/** Every page says its own language: without it, Chinese is drawn with another language's glyphs. */
export const handle: Handle = ({ event, resolve }) => {
  const edition = event.params.edition ?? story.editions[0] ?? '';
  const { lang } = formatFor(edition);
  const embed = embeds[event.route.id ?? ''] ?? '';
  return resolve(event, {
    transformPageChunk: ({ html }) => withoutMarkers(html.replace('%lang%', lang).replace('%embed%', embed)),
    // The heading face is in the first screen of every page.
    preload: ({ type }) => type === 'font',
  });
};
