import type { Handle } from '@sveltejs/kit';
import { formatFor } from '$lib/format/index.js';
import { story } from '$lib/server/story.js';

/** Every page says its own language: without it, Chinese is drawn with another language's glyphs. */
export const handle: Handle = ({ event, resolve }) => {
  const edition = event.params.edition ?? story.editions[0] ?? '';
  const { lang } = formatFor(edition);
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', lang),
    // The heading face is in the first screen of every page.
    preload: ({ type }) => type === 'font',
  });
};
