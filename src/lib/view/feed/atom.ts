/**
 * The story as an Atom feed (RFC 4287): first the complete story, then each section in the story's order. Its dates are the editors'
 * (`updated` in `story.yaml`), since a build has no clock, and its ids depend on nothing that changes.
 */
import { formatFor } from '../../format/index.js';
import { defined } from '../../invariants/defined.js';
import type { EditionCode, Story } from '../../story/types.js';
import { editionPath } from '../editions.js';
import { feedPath } from '../hrefs.js';
import { inEdition } from '../in-edition.js';
import { inline, sectionTitle } from '../plain-text.js';
import { storyUuid } from '../story-id.js';
import { parts } from '../structured-data.js';
import { sectionContent, storyContent, type FeedPage } from './content.js';
import { element, xmlDocument, type Child, type Element } from './xml.js';

const atom = 'http://www.w3.org/2005/Atom';
const xhtml = 'http://www.w3.org/1999/xhtml';

interface Entry {
  /** Names the entry for `storyUuid`. */
  readonly part: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly content: readonly Child[];
}

/**
 * @param site the site's address, if the build knows it; otherwise addresses are relative to the feed's own
 * @throws if the story has no `updated`, which a feed must have
 */
export function atomFeed(
  story: Story,
  edition: EditionCode,
  { site, pictures }: { readonly site: string | undefined; readonly pictures: boolean },
): string {
  const format = formatFor(edition);
  const own = editionPath(story.editions, edition);
  const rootAddress = (path: string) =>
    site === undefined ? `${own === '' ? './' : '../'}${path}` : new URL(path, site).href;
  const address = (path: string) => (site === undefined ? `./${path}` : new URL(own + path, site).href);
  const page: FeedPage = { story, edition, format, pictures, address, rootAddress };
  const updated = element('updated', {}, `${defined(story.updated, 'date of the story')}T00:00:00Z`);
  const id = (part: string): Element => element('id', {}, `urn:uuid:${storyUuid(story, part)}`);
  const title = inEdition(story.title, edition);
  const summary = inline(page, inEdition(story.descriptionInline, edition));
  const entries: readonly Entry[] = [
    { part: parts.edition(edition), path: '', title, summary, content: storyContent(page) },
    ...story.sections.map((section) => ({
      part: parts.section(edition, section.id),
      path: `#${section.id}`,
      title: sectionTitle(page, section),
      summary: inline(page, inEdition(section.standfirst, edition)),
      content: sectionContent(page, section),
    })),
  ];
  const alternate = (path: string) =>
    element('link', { rel: 'alternate', type: 'text/html', hreflang: format.lang, href: address(path) });
  const { lang } = format;
  return xmlDocument(
    element(
      'feed',
      { xmlns: atom, 'xml:lang': lang },
      id(`feed ${edition}`),
      element('title', {}, title),
      element('subtitle', {}, summary),
      updated,
      element('author', {}, element('name', {}, title)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: address(feedPath) }),
      alternate(''),
      ...entries.map((entry) =>
        element(
          'entry',
          {},
          id(entry.part),
          element('title', {}, entry.title),
          updated,
          alternate(entry.path),
          element('summary', {}, entry.summary),
          element(
            'content',
            { type: 'xhtml' },
            element('div', { xmlns: xhtml, lang, 'xml:lang': lang }, ...entry.content),
          ),
        ),
      ),
    ),
  );
}
