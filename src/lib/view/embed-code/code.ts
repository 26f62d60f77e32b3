/**
 * The addresses of what can be embedded and the code that a producer pastes. It says all it needs in attributes, since a strict policy
 * drops inline styles. Knows no story and no page; where the site stands is said by the caller.
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

/** @param style of the frame, if it has one */
function frame(src: string, title: string, style?: string): string {
  return (
    `<iframe src="${escaped(src)}" title="${escaped(title)}" width="100%" height="${boxHeight}" ` +
    (style === undefined ? '' : `style="${style}" `) +
    'frameborder="0" loading="lazy" allowfullscreen></iframe>'
  );
}

/** The frame alone: shown as the host page allows. */
export function frameCode(src: string, title: string): string {
  return frame(src, title);
}

/**
 * The frame as tall as its content where the browser knows `frame-sizing`, without any script. The box of `frameCode` stands where it
 * doesn't, where the style is dropped, and where the content has not come yet: any height wins over `frame-sizing`, so `auto` takes
 * the attribute's back, and a least height stands for it. A graphic may be lower than the box: where the browser sizes it, it may be so.
 */
export function fullHeightCode(src: string, title: string, { chart }: EmbedTarget): string {
  const sized = `frame-sizing: content-height; height: auto; min-height: ${boxHeight}px`;
  const lower = `min-height: if(supports(frame-sizing: content-height): ${boxHeight / 2}px; else: ${boxHeight}px)`;
  return frame(src, title, chart ? `${sized}; ${lower}` : sized);
}

/** The frame with the loader, with which it scrolls as a part of the host page. */
export function loaderCode(src: string, title: string, loader: string): string {
  return (
    `<div class="story-embed">${frameCode(src, title)}</div>` +
    `<script async src="${escaped(loader)}"></` +
    'script>'
  );
}
