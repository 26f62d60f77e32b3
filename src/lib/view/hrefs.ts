/**
 * Addresses of the story's pages and of places on them. `base` is the relative path from the current page to its edition's root.
 */
import type { PageContext } from './page.js';

/** Paths of the pages that contain every section, so that a link to a section stays on the page. */
const whole: ReadonlySet<string> = new Set(['', 'embed/']);

type Page = Pick<PageContext, 'path' | 'base'>;

/** Address of a section: on this page if it is there, otherwise on the story's page. */
export function sectionHref({ path, base }: Page, id: string): string {
  return `${whole.has(path) ? '' : base}#${id}`;
}

/** Resolves a link written in a text, where relative links start from the story's own page. */
export function writtenHref(page: Page, href: string): string {
  if (href.startsWith('#')) return sectionHref(page, href.slice(1));
  const elsewhere = /^(?:[a-z]+:|\/)/i.test(href);
  return elsewhere || page.base === './' ? href : page.base + href;
}

/**
 * The `target` of a link to a place on the same page. An embedded page opens all other links in a new window (EmbedHead.svelte),
 * but not these.
 */
export function innerTarget({ path }: Page, href: string): '_self' | undefined {
  return path === 'embed/' && href.startsWith('#') ? '_self' : undefined;
}

/**
 * An address for a page's `<head>`: absolute, as search engines require, if the build knows the site's address; otherwise
 * relative.
 *
 * @param path from the site's root
 * @param site the site's address, if the build knows it
 */
export function headHref(
  { root }: Pick<PageContext, 'root'>,
  path: string,
  site: string | undefined,
): string {
  return site === undefined ? root + path : new URL(path, site).href;
}

export function figureHref(base: string, id: string): string {
  return `${base}source/#f-${id}`;
}

export function derivedHref(base: string, id: string): string {
  return `${base}figures/#d-${id}`;
}

/** Path of the file with a chart's own figures, from the site's root. */
export function chartDataPath(section: string, chart: string): string {
  return `data/charts/${section}--${chart}.csv`;
}

/** Path of an edition's feed, from that edition's root. */
export const feedPath = 'feed.xml';
