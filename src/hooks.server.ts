import type { Handle } from '@sveltejs/kit';
import { langOf } from '$lib/edit/page/words.js';
import { formatFor } from '$lib/format/index.js';

/** The editors' pages open also when the story can't be read: that is when they are needed most. */
const forEditors = /^\/(?:edit|preview)(?:\/|$)/;

async function editionOf(param: string | undefined): Promise<string> {
  if (param !== undefined) return param;
  const { story } = await import('$lib/server/story.js');
  return story.editions[0] ?? '';
}

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
export const handle: Handle = async ({ event, resolve }) => {
  const lang = forEditors.test(event.route.id ?? '')
    ? langOf.zh
    : formatFor(await editionOf(event.params.edition)).lang;
  const embed = embeds[event.route.id ?? ''] ?? '';
  return resolve(event, {
    transformPageChunk: ({ html }) => withoutMarkers(html.replace('%lang%', lang).replace('%embed%', embed)),
    // The heading face is in the first screen of every page.
    preload: ({ type }) => type === 'font',
  });
};
