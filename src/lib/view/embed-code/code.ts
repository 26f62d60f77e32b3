/**
 * The addresses of embedded pages, and the HTML that a producer pastes. The HTML sets sizes by attributes, because a strict
 * Content Security Policy drops inline styles. Knows no story and no page; the caller passes the site's address.
 */

/** What to embed; without a section, the whole story. */
export interface EmbedTarget {
  readonly section?: string;
  /** The section's chart alone. */
  readonly chart?: boolean;
}

export interface EmbedEdition {
  readonly edition: string;
  /** Whether this is the original edition, whose addresses contain no edition code. */
  readonly original: boolean;
}

/** Height of the iframe, in px, until the loader or the browser knows the content's height. */
export const boxHeight = 640;

/** Path of an embedded page, relative to the site's root: `embed/`, `en/embed/visits/chart/`. */
export function embedPath({ section, chart }: EmbedTarget, { edition, original }: EmbedEdition): string {
  const parts = [
    ...(original ? [] : [edition]),
    'embed',
    ...(section ? [section] : []),
    ...(chart ? ['chart'] : []),
  ];
  return `${parts.join('/')}/`;
}

/** The name of an oEmbed response: `story.zh`, `visits.en`, `visits.chart.en`. */
export function oembedName({ section, chart }: EmbedTarget, edition: string): string {
  return [section ?? 'story', ...(chart ? ['chart'] : []), edition].join('.');
}

export const oembedPath = (target: EmbedTarget, edition: string) =>
  `oembed/${oembedName(target, edition)}.json`;

/** Escapes a text for use inside a double-quoted attribute. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** @param style the iframe's inline style, already safe in an attribute */
function frame(src: string, title: string, style?: string): string {
  return (
    `<iframe src="${escaped(src)}" title="${escaped(title)}" width="100%" height="${boxHeight}" ` +
    (style === undefined ? '' : `style="${style}" `) +
    'frameborder="0" loading="lazy" allowfullscreen></iframe>'
  );
}

/** The iframe alone, for host pages that allow no script. Its height stays `boxHeight` unless the host page's style changes it. */
export function frameCode(src: string, title: string): string {
  return frame(src, title);
}

/**
 * An iframe as tall as its content without any script, in browsers that support CSS `frame-sizing`. It stays `boxHeight` px tall
 * where the browser doesn't support it or the host drops inline styles, and it is at least that tall before the content has
 * loaded.
 *
 * Any set height overrides `frame-sizing`, so `height: auto` cancels the attribute's height and `min-height` replaces it. A lone
 * graphic may be shorter than the box: browsers that can size the iframe may shrink it to half of `boxHeight`.
 */
export function fullHeightCode(src: string, title: string, { chart }: EmbedTarget): string {
  const sized = `frame-sizing: content-height; height: auto; min-height: ${boxHeight}px`;
  const lower = `min-height: if(supports(frame-sizing: content-height): ${boxHeight / 2}px; else: ${boxHeight}px)`;
  return frame(src, title, chart ? `${sized}; ${lower}` : sized);
}

/** The iframe with the loader script, which makes it scroll as a part of the host page. */
export function loaderCode(src: string, title: string, loader: string): string {
  return (
    `<div class="story-embed">${frameCode(src, title)}</div>` +
    `<script async src="${escaped(loader)}"></` +
    'script>'
  );
}
