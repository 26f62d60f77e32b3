/** Addresses of the story's pages and their parts. `base` is the relative path from this page to the edition's root. */
import type { PageContext } from './page.js';

/** Paths of the pages that hold every section: there a link to one stays on the page. */
const whole: ReadonlySet<string> = new Set(['', 'embed/']);

type Page = Pick<PageContext, 'path' | 'base'>;

/** A section on this page, or else in the story. */
export function sectionHref({ path, base }: Page, id: string): string {
  return `${whole.has(path) ? '' : base}#${id}`;
}

/** A link as a text has it: relative ones are written as from the story's own page. */
export function writtenHref(page: Page, href: string): string {
  if (href.startsWith('#')) return sectionHref(page, href.slice(1));
  const elsewhere = /^(?:[a-z]+:|\/)/i.test(href);
  return elsewhere || page.base === './' ? href : page.base + href;
}

/** Links of an embedded page open a page of their own (EmbedHead.svelte); those to a place on it must not. */
export function innerTarget({ path }: Page, href: string): '_self' | undefined {
  return path === 'embed/' && href.startsWith('#') ? '_self' : undefined;
}

/**
 * An address for those who read a page's head: whole where the build knows where the site stands, as search engines ask, else relative.
 *
 * @param path from the site's root
 * @param site the site's address, if the build was told
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
