/** The page's Svelte context, so that no component has to pass story and edition on. Each route sets it once. */
import { getContext, setContext } from 'svelte';
import { pageOf, type PageContext } from '../../view/page.js';

const key = Symbol('page');

export function setPage(page: Parameters<typeof pageOf>[0]): PageContext {
  return providePage(pageOf(page));
}

/** For pages whose story changes while they are open: components read the context's properties anew through the given object. */
export function providePage(page: PageContext): PageContext {
  return setContext<PageContext>(key, page);
}

export function getPage(): PageContext {
  return getContext<PageContext>(key);
}
