/** Where things stand. `base` is the relative way from the page to the edition's root. */
import type { PageContext } from './context.js';

/** Pages that hold the sections themselves. */
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

export function figureHref(base: string, id: string): string {
  return `${base}source/#f-${id}`;
}

export function derivedHref(base: string, id: string): string {
  return `${base}figures/#d-${id}`;
}
