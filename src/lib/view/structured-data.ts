/**
 * What a page is, for search engines and archives: JSON-LD in the terms of https://schema.org. It says only what the story's files
 * say: no author, no publisher and no date that nobody has written there.
 */
import { editionPath, originalOf } from './editions.js';
import { headHref } from './hrefs.js';
import { inEdition } from './in-edition.js';
import { formatFor } from '../format/index.js';
import type { EditionCode, Section } from '../story/types.js';
import { ownHref, pictureHref, sectionPicture, storyPicture, type CardPicture } from './card.js';
import type { PageContext } from './page.js';
import { pictureSizes } from './pictures.js';
import { inline, sectionTitle } from './plain-text.js';
import { storyUuid } from './story-id.js';

type Page = Pick<PageContext, 'story' | 'edition' | 'format' | 'path' | 'root' | 'pictures'>;
type Thing = Readonly<Record<string, unknown>>;

const idOf = (page: Pick<Page, 'story'>, part: string) => ({
  '@id': `urn:uuid:${storyUuid(page.story, part)}`,
});
/** Names of the story's parts for `storyUuid`. */
export const parts = {
  edition: (edition: EditionCode) => edition,
  section: (edition: EditionCode, section: string) => `${edition}#${section}`,
  data: 'data',
} as const;

/** What the story is about, from `report/source.yaml`. */
function reportOf({ story, edition }: Page): Thing {
  const { title, issuer, sha256 } = story.report;
  return {
    '@type': 'Report',
    name: inEdition(title, edition),
    inLanguage: formatFor(originalOf(story)).lang,
    author: { '@type': 'Organization', name: inEdition(issuer, edition) },
    identifier: `sha256:${sha256}`,
  };
}

function imageOf(page: Page, picture: CardPicture | undefined, site: string | undefined): Thing {
  if (!page.pictures || !picture) return {};
  const { width, height } = pictureSizes.card;
  const url = pictureHref(page, picture.step, 'card', site);
  return { image: { '@type': 'ImageObject', url, width, height, caption: picture.alt } };
}

function common({ story, edition, format }: Page): Thing {
  return {
    inLanguage: format.lang,
    creditText: inEdition(story.credit, edition),
    ...(story.updated === undefined ? {} : { dateModified: story.updated }),
    ...(story.licence ? { license: story.licence.address } : {}),
  };
}

/** The story in the page's edition. */
export function storyArticle(page: Page, site: string | undefined): Thing {
  const { story, edition } = page;
  const original = originalOf(story);
  const others = story.editions.filter((code) => code !== edition);
  return {
    '@type': 'NewsArticle',
    ...idOf(page, parts.edition(edition)),
    headline: inEdition(story.title, edition),
    description: inline(page, inEdition(story.descriptionInline, edition)),
    url: headHref(page, editionPath(story.editions, edition), site),
    ...common(page),
    isBasedOn: reportOf(page),
    ...imageOf(page, storyPicture(page), site),
    ...(edition === original
      ? others.length > 0 && { workTranslation: others.map((code) => idOf(page, parts.edition(code))) }
      : { translationOfWork: idOf(page, parts.edition(original)) }),
  };
}

/** One section of it, on a page of its own. */
export function sectionArticle(page: Page, section: Section, site: string | undefined): Thing {
  const { story, edition } = page;
  return {
    '@type': 'NewsArticle',
    ...idOf(page, parts.section(edition, section.id)),
    headline: sectionTitle(page, section),
    description: inline(page, inEdition(section.standfirst, edition)),
    url: ownHref(page, site),
    ...common(page),
    isBasedOn: reportOf(page),
    isPartOf: {
      ...idOf(page, parts.edition(edition)),
      '@type': 'NewsArticle',
      headline: inEdition(story.title, edition),
    },
    ...imageOf(page, sectionPicture(page, section), site),
  };
}

const files = {
  'datapackage.json': 'application/json',
  'figures.csv': 'text/csv',
  'derived.csv': 'text/csv',
  'marks.csv': 'text/csv',
  'figures.json': 'application/json',
} as const;

/** The figures as files (`/data/`). */
export function dataset(page: Page, site: string | undefined): Thing {
  const { story, edition, format } = page;
  return {
    '@type': 'Dataset',
    ...idOf(page, parts.data),
    name: `${format.words.figuresPage} · ${inEdition(story.title, edition)}`,
    description: `${inline(page, inEdition(story.descriptionInline, edition))} ${format.words.ledger.introduction}`,
    ...common(page),
    isBasedOn: reportOf(page),
    url: headHref(page, `${editionPath(story.editions, edition)}figures/`, site),
    distribution: Object.entries(files).map(([name, encodingFormat]) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat,
      contentUrl: headHref(page, `data/${name}`, site),
    })),
  };
}

/**
 * The text of a script element. Neither `<` nor `&` stands in it, so that nothing can end the element early and escaping as markup
 * changes nothing.
 */
export function jsonLd(...things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
    .replaceAll('<', '\\u003c')
    .replaceAll('&', '\\u0026');
}
