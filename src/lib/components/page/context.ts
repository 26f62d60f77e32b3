/** Hands the page to every component of it, so that text doesn't pass through ten pairs of hands. Set once by the route. */
import { getContext, setContext } from 'svelte';
import { pageOf, type PageContext } from '../../view/page.js';

const key = Symbol('page');

export function setPage(page: Parameters<typeof pageOf>[0]): PageContext {
  return providePage(pageOf(page));
}

/** For pages whose story changes while they are open: every part is read anew through the page that is handed in. */
export function providePage(page: PageContext): PageContext {
  return setContext<PageContext>(key, page);
}

export function getPage(): PageContext {
  return getContext<PageContext>(key);
}
