/**
 * What a link to a page looks like elsewhere: the Open Graph (https://ogp.me) and card properties that chats, search engines and
 * other sites read from a page's head.
 */
import { editionPath } from './editions.js';
import { headHref } from './hrefs.js';
import { inEdition } from './in-edition.js';
import { named } from './named.js';
import { briefOf } from './brief.js';
import { formatFor } from '../format/index.js';
import type { PageContext, Voice } from './page.js';
import { picturePath, pictureSizes } from './pictures.js';
import { inline, sectionTitle } from './plain-text.js';
import type { Section, Step } from '../story/types.js';

export interface CardPicture {
  /** The step's id on the page, `section--step`. */
  readonly step: string;
  /** Its text alternative. */
  readonly alt: string;
}

export interface Card {
  readonly title: string;
  readonly description: string;
  readonly type: 'article' | 'website';
  /** Absent: the page has none of its own. */
  readonly picture?: CardPicture | undefined;
}

export type Meta =
  | { readonly property: string; readonly content: string }
  | { readonly name: string; readonly content: string };

type Page = Pick<PageContext, 'story' | 'edition' | 'format' | 'path' | 'root' | 'pictures'>;

/** The page's own address for its head; see `headHref`. */
export const ownHref = (page: Pick<Page, 'story' | 'edition' | 'path' | 'root'>, site: string | undefined) =>
  headHref(page, editionPath(page.story.editions, page.edition) + page.path, site);

/** A picture's address for the page's head. */
export const pictureHref = (
  page: Pick<Page, 'story' | 'edition' | 'root'>,
  step: string,
  name: 'card' | 'chat',
  site: string | undefined,
) => headHref(page, editionPath(page.story.editions, page.edition) + picturePath(step, name, 'png'), site);

/** What is seen and read on the picture of a step: its chart's title, and its words. */
export function stepAlt(page: Voice, section: Section, step: Step): string {
  const chart = section.stage.find(({ name }) => name === step.show.chart);
  const title = chart ? [inline(page, inEdition(chart.title, page.edition))] : [];
  const words = inEdition(step.text, page.edition).map((paragraph) => inline(page, paragraph));
  return [...title, ...words].join('\n');
}

/** A section's picture: its last step, which shows all that the section has drawn. */
export function sectionPicture(page: Voice, section: Section): CardPicture | undefined {
  const last = section.steps.at(-1);
  return last && { step: `${section.id}--${last.id}`, alt: stepAlt(page, section, last) };
}

/** A section's own title, standfirst and picture. */
export const sectionCard = (page: Voice, section: Section): Card => ({
  title: sectionTitle(page, section),
  description: inline(page, inEdition(section.standfirst, page.edition)),
  type: 'article',
  picture: sectionPicture(page, section),
});

/** The story's picture: that of the brief's first finding; without a brief, its first step. */
export function storyPicture(page: Voice): CardPicture | undefined {
  const { sections } = page.story;
  const [finding] = briefOf(page.story, page.edition);
  const [section, step] = finding ? finding.step.split('--') : [sections[0]?.id, sections[0]?.steps[0]?.id];
  if (section === undefined || step === undefined) return undefined;
  const of = named(sections, section);
  return { step: `${section}--${step}`, alt: stepAlt(page, of, named(of.steps, step)) };
}

/** @param site the site's address, if the build knows it: without it a page can't say where it is */
export function cardMeta(page: Page, card: Card, site: string | undefined): readonly Meta[] {
  const { story, edition, format } = page;
  const { width, height } = pictureSizes.card;
  const picture = page.pictures ? card.picture : undefined;
  return [
    { property: 'og:title', content: card.title },
    { property: 'og:description', content: card.description },
    { property: 'og:type', content: card.type },
    ...(site === undefined ? [] : [{ property: 'og:url', content: ownHref(page, site) }]),
    { property: 'og:site_name', content: inEdition(story.title, edition) },
    { property: 'og:locale', content: format.locale },
    ...story.editions
      .filter((other) => other !== edition)
      .map((other) => ({ property: 'og:locale:alternate', content: formatFor(other).locale })),
    ...(card.type === 'article' && story.updated !== undefined
      ? [{ property: 'article:modified_time', content: story.updated }]
      : []),
    ...(picture
      ? [
          { property: 'og:image', content: pictureHref(page, picture.step, 'card', site) },
          { property: 'og:image:type', content: 'image/png' },
          { property: 'og:image:width', content: String(width) },
          { property: 'og:image:height', content: String(height) },
          { property: 'og:image:alt', content: picture.alt },
          { name: 'twitter:image:alt', content: picture.alt },
        ]
      : []),
    { name: 'twitter:card', content: picture ? 'summary_large_image' : 'summary' },
  ];
}
