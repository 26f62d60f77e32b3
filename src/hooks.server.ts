import { inEdition } from '$lib/view/in-edition.js';
import { originalOf } from '$lib/view/editions.js';
import type { Handle } from '@sveltejs/kit';
import { langOf } from '$lib/edit/page/words/words.js';
import { formatFor } from '$lib/format/index.js';
import icon from '../static/icon.svg?raw';
import { pageScript } from '$lib/server/page-script.js';

/** The editors' pages, which open even if the story cannot be read: they are needed most then. */
const forEditors = /^\/(?:edit|preview)(?:\/|$)/;

async function editionOf(param: string | undefined): Promise<string> {
  if (param !== undefined) return param;
  const { story } = await import('$lib/server/story.js');
  return originalOf(story);
}

/**
 * Removes the comments with which Svelte marks where hydration would begin. Pages without hydration don't need them; they make up
 * a fifth of the story's HTML and three nodes per element.
 */
function withoutMarkers(html: string): string {
  return html.includes('__sveltekit') ? html : html.replace(/<!--[\s\S]*?-->/g, '');
}

/**
 * Puts the icon into the 404 page as a data URL. A host may serve the page at any depth, so it cannot link to the icon, and
 * without one browsers request `/favicon.ico` from the host's root.
 */
const withIconInside = (html: string): string =>
  html.replace(/(<link rel="icon" href=")[^"]*/, (_, before: string) => before + iconInside);
const iconInside = `data:image/svg+xml,${encodeURIComponent(icon.trim())}`;

/** Route → what its page embeds, written on the root element for the style and the script. */
const embeds: Readonly<Record<string, string>> = {
  '/[[edition=edition]]/embed': 'data-embed="story"',
  '/[[edition=edition]]/embed/[brief=brief]': 'data-embed="brief"',
  '/[[edition=edition]]/embed/[section]': 'data-embed="section"',
  '/[[edition=edition]]/embed/[section]/chart': 'data-embed="chart"',
};

/** The story's title on the root element, from which the style takes it for the head of each printed page. */
async function runningTitle(param: string | undefined): Promise<string> {
  const { story } = await import('$lib/server/story.js');
  const title = inEdition(story.title, await editionOf(param));
  return `data-running-title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

/** Sets each page's `lang`; without it, browsers draw Chinese with the glyphs of another language. */
export const handle: Handle = async ({ event, resolve }) => {
  // Requests outside of all routes have no route id.
  const route = event.route.id ?? '';
  const lang = forEditors.test(route) ? langOf.zh : formatFor(await editionOf(event.params.edition)).lang;
  const embed = embeds[route] ?? '';
  const missing = route === '/404';
  const script = pageScript(event.route.id);
  const running = route === '/[[edition=edition]]' ? await runningTitle(event.params.edition) : '';
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      withoutMarkers(
        (missing ? withIconInside(html) : html)
          .replace('%lang%', lang)
          .replace('%embed%', () => embed || running)
          .replace('%script%', () => script),
      ),
    // Every page but 404, which has no relative path to it, shows the heading font on its first screen.
    preload: ({ type }) => type === 'font' && !missing,
  });
};
