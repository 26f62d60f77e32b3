/** Links to the same page in the story's other editions. */
import { defined } from '../invariants/defined.js';
import { formatFor } from '../format/index.js';
import type { EditionCode } from '../story/types.js';
import type { PageContext } from './page.js';

export interface EditionLink {
  readonly code: EditionCode;
  /** Value of `lang` and `hreflang`. */
  readonly lang: string;
  /** The language's own name (中文, English). */
  readonly name: string;
  /** Address relative to the page. */
  readonly href: string;
}

type Page = Pick<PageContext, 'story' | 'root' | 'path' | 'editionHref'>;

/** The edition in the report's own language. */
export const originalOf = ({ editions }: Pick<PageContext['story'], 'editions'>): EditionCode =>
  defined(editions[0], 'edition of the story');

/** Path of an edition's pages from the site's root; the first edition has an empty path. */
export const editionPath = (editions: readonly EditionCode[], edition: EditionCode): string =>
  edition === editions[0] ? '' : `${edition}/`;

/** Links to every edition in the story's order, including the page's own. */
export function editionLinks({ story, root, path, editionHref }: Page): readonly EditionLink[] {
  return story.editions.map((code) => {
    const { lang, words } = formatFor(code);
    const href = editionHref?.(code) ?? `${root}${editionPath(story.editions, code)}${path}`;
    return { code, lang, name: words.editionName, href };
  });
}
