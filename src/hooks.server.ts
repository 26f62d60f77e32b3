import { originalOf } from '$lib/view/editions.js';
import type { Handle } from '@sveltejs/kit';
import { langOf } from '$lib/edit/page/words/words.js';
import { formatFor } from '$lib/format/index.js';
import icon from '../static/icon.svg?raw';
import { pageScript } from '$lib/server/page-script.js';

/** The editors' pages open also when the story can't be read: that is when they are needed most. */
const forEditors = /^\/(?:edit|preview)(?:\/|$)/;

async function editionOf(param: string | undefined): Promise<string> {
  if (param !== undefined) return param;
  const { story } = await import('$lib/server/story.js');
  return originalOf(story);
}

/**
 * The framework marks with comments where its script would take a page over. Pages without that script don't need them: a fifth of
 * the story's HTML, and three nodes for each element.
 */
function withoutMarkers(html: string): string {
  return html.includes('__sveltekit') ? html : html.replace(/<!--[\s\S]*?-->/g, '');
}

/**
 * Shown at any depth, the page for what there isn't knows no address of the icon. It bears it: without any, browsers ask the host's
 * root for a `favicon.ico`.
 */
const withIconInside = (html: string): string =>
  html.replace(/(<link rel="icon" href=")[^"]*/, (_, before: string) => before + iconInside);
const iconInside = `data:image/svg+xml,${encodeURIComponent(icon.trim())}`;

/** What an embedded page embeds, by route: said on its root, for its style and its script. */
const embeds: Readonly<Record<string, string>> = {
  '/[[edition=edition]]/embed': 'data-embed="story"',
  '/[[edition=edition]]/embed/[brief=brief]': 'data-embed="brief"',
  '/[[edition=edition]]/embed/[section]': 'data-embed="section"',
  '/[[edition=edition]]/embed/[section]/chart': 'data-embed="chart"',
};

/** Every page says its own language: without it, Chinese is drawn with another language's glyphs. */
export const handle: Handle = async ({ event, resolve }) => {
  // Nothing answers where no route does.
  const route = event.route.id ?? '';
  const lang = forEditors.test(route) ? langOf.zh : formatFor(await editionOf(event.params.edition)).lang;
  const embed = embeds[route] ?? '';
  const missing = route === '/404';
  const script = pageScript(event.route.id);
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      withoutMarkers(
        (missing ? withIconInside(html) : html)
          .replace('%lang%', lang)
          .replace('%embed%', embed)
          .replace('%script%', () => script),
      ),
    // The heading face is in the first screen of every page that knows where it is.
    preload: ({ type }) => type === 'font' && !missing,
  });
};
