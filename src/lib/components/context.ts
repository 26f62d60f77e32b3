/**
 * What every component of a page needs to know: the story, the edition it speaks, and the way to the site's root.
 * Set once by the route; read by components, so that text doesn't pass through ten pairs of hands.
 */
import { getContext, setContext } from 'svelte';
import { formatFor, type Format } from '../format/index.js';
import type { EditionCode, Story } from '../story/types.js';

export interface PageContext {
  readonly story: Story;
  readonly edition: EditionCode;
  readonly format: Format;
  /** Relative way from this page to the edition's own root (`./`, `../`). */
  readonly base: string;
}

const key = Symbol('page');

export function setPage(page: Omit<PageContext, 'format'>): PageContext {
  return setContext<PageContext>(key, { ...page, format: formatFor(page.edition) });
}

export function getPage(): PageContext {
  return getContext<PageContext>(key);
}
