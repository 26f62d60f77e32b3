/**
 * Makes static oEmbed responses (https://oembed.com, version 1.0, type `rich`), which a CMS requests when somebody pastes one of
 * the story's addresses. The HTML contains iframe and loader; if the CMS keeps only the iframe, its page decides the height.
 */
import { boxHeight, embedPath, loaderCode, oembedName, type EmbedTarget } from '../view/embed-code/code.js';
import { inEdition } from '../view/in-edition.js';
import { briefName } from '../story/shape.js';
import { briefInStory } from '../view/brief.js';
import { sectionInStory } from '../view/plain-text.js';
import { formatFor } from '../format/index.js';
import type { EditionCode } from '../story/types.js';
import { addressOf, siteUrl } from './site-url.js';
import { story } from './story.js';

export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url?: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

interface Entry {
  readonly target: EmbedTarget;
  readonly edition: EditionCode;
}

/** The nominal width in the response, in px; the iframe adapts to any width. */
const width = 800;
/** Relative path from `oembed/` to the site's root. */
const root = '../';

const targets: readonly EmbedTarget[] = [
  {},
  ...(story.brief.length > 0 ? [{ section: briefName }] : []),
  ...story.sections.flatMap(({ id, stage }) => [
    { section: id },
    ...(stage.length > 0 ? [{ section: id, chart: true }] : []),
  ]),
];

const entries: ReadonlyMap<string, Entry> = new Map(
  story.editions.flatMap((edition) =>
    targets.map((target) => [oembedName(target, edition), { target, edition }] as const),
  ),
);

export const oembedNames: readonly string[] = [...entries.keys()];

function titleOf({ target, edition }: Entry): string {
  if (target.section === briefName) return briefInStory({ story, edition, format: formatFor(edition) });
  const section = story.sections.find(({ id }) => id === target.section);
  return section
    ? sectionInStory({ story, edition, format: formatFor(edition) }, section)
    : inEdition(story.title, edition);
}

/** The response with this name (`visits.chart.en`); undefined if there is none. */
export function oembed(name: string): OEmbed | undefined {
  const entry = entries.get(name);
  if (!entry) return undefined;
  const { target, edition } = entry;
  const title = titleOf(entry);
  const src = addressOf(embedPath(target, { edition, original: edition === story.editions[0] }), root);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: inEdition(story.title, edition),
    ...(siteUrl ? { provider_url: siteUrl.href } : {}),
    html: loaderCode(src, title, addressOf('embed.js', root)),
    width,
    height: boxHeight,
  };
}
