/**
 * The inline script at the very beginning of each page, as markup. Its text is fixed: svelte.config.js allows exactly these bytes
 * in the page's Content Security Policy. It comes before the policy's `<meta>`, so that it runs even if a proxy has changed the
 * script.
 */

/**
 * For every page but 404. It does two things:
 *
 * 1. Some hosts serve a folder's page also without the final slash (`/report/en`), and then its relative addresses are wrong. The
 * script adds the slash to the page's own address before anything else is parsed. It makes no request, so it cannot loop with a
 * host that redirects to the form without a slash.
 *
 * 2. The page's style is inline, and the policy allows only those exact bytes: if a proxy changes one of them, the browser drops
 * the whole style. Then the script loads the same style from a file (scripts/second-sheets.mjs) and fires `resize`, because
 * everything measured so far was measured without style.
 */
import everyPage from '../islands/every-page.js?raw';
/**
 * For the 404 page, which a host serves at addresses of any depth. It looks for the site's root by trying the entry script's name
 * in each folder upwards, then shows a link to the story.
 */
import findStory from '../islands/find-story.js?raw';

export const pageScript = (route: string | null): string =>
  ['<script>', route === '/404' ? findStory : everyPage, '</script>'].join('');
