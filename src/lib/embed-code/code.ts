/**
 * The addresses of what can be embedded and the code that a producer pastes: attributes only, since a strict policy drops inline
 * styles. Knows no story and no page; where the site stands is said by the caller.
 */

/** What is embedded; without a section, the whole story. */
export interface EmbedTarget {
  readonly section?: string;
  /** The section's chart alone. */
  readonly chart?: boolean;
}

export interface EmbedEdition {
  readonly edition: string;
  /** The original edition has no code in its addresses. */
  readonly original: boolean;
}

/** Height of the box until something better is known, in px. */
export const boxHeight = 640;

/** From the site's root. */
export function embedPath({ section, chart }: EmbedTarget, { edition, original }: EmbedEdition): string {
  const parts = [
    ...(original ? [] : [edition]),
    'embed',
    ...(section ? [section] : []),
    ...(chart ? ['chart'] : []),
  ];
  return `${parts.join('/')}/`;
}

/** The name of an oEmbed answer: `story.zh`, `visits.en`, `visits.chart.en`. */
export function oembedName({ section, chart }: EmbedTarget, edition: string): string {
  return [section ?? 'story', ...(chart ? ['chart'] : []), edition].join('.');
}

export const oembedPath = (target: EmbedTarget, edition: string) =>
  `oembed/${oembedName(target, edition)}.json`;

/** Text as an attribute's value. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The frame alone: shown as the host page allows. */
export function frameCode(src: string, title: string): string {
  return (
    `<iframe src="${escaped(src)}" title="${escaped(title)}" width="100%" height="${boxHeight}" ` +
    'frameborder="0" loading="lazy" allowfullscreen></iframe>'
  );
}

/** The frame with the loader, with which it scrolls as a part of the host page. */
export function loaderCode(src: string, title: string, loader: string): string {
  return (
    `<div class="story-embed">${frameCode(src, title)}</div>` +
    `<script async src="${escaped(loader)}"></` +
    'script>'
  );
}
