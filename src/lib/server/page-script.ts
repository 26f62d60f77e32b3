/**
 * The inline script that each page begins with, as markup. Constants of ours: svelte.config.js lets exactly these bytes pass the
 * page's policy. It stands before the policy does, so that it runs even where a proxy has changed it.
 */

/**
 * Asked for without its last slash (`/report/en`), a folder's page is sent all the same by some hosts, and its relative addresses lead
 * astray. The page corrects its own address, before anything else in it is read: no request, and no host to quarrel with that holds
 * the other form for the right one.
 *
 * And the page's style stands in the page, under a policy that lets exactly those bytes pass: a proxy that changes one of them leaves
 * the page without any. The same style lies beside it as a file (scripts/second-sheets.mjs), which is asked for only then. Whatever was
 * measured by then was measured without style, hence the `resize`.
 */
import everyPage from '../islands/every-page.js?raw';
/**
 * The page that is sent for all that there isn't stands at any depth. It looks for its own site by the name of the entry script, from
 * its own folder upwards, and then shows the way to the story.
 */
import findStory from '../islands/find-story.js?raw';

export const pageScript = (route: string | null): string =>
  ['<script>', route === '/404' ? findStory : everyPage, '</script>'].join('');
