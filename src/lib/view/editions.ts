/** The same page in the story's other editions. */
import { defined } from '../invariants/defined.js';
import { formatFor } from '../format/index.js';
import type { EditionCode } from '../story/types.js';
import type { PageContext } from './page.js';

export interface EditionLink {
  readonly code: EditionCode;
  /** Value of `lang` and `hreflang`. */
  readonly lang: string;
  /** The language's name in itself. */
  readonly name: string;
  /** Relative to the page. */
  readonly href: string;
}

type Page = Pick<PageContext, 'story' | 'root' | 'path' | 'editionHref'>;

/** The edition in the report's own language. */
export const originalOf = ({ editions }: Pick<PageContext['story'], 'editions'>): EditionCode =>
  defined(editions[0], 'edition of the story');

/** Where an edition's pages are, from the site's root: the first edition stands there itself. */
export const editionPath = (editions: readonly EditionCode[], edition: EditionCode): string =>
  edition === editions[0] ? '' : `${edition}/`;

/** Every edition, this page's own included, in the story's order. */
export function editionLinks({ story, root, path, editionHref }: Page): readonly EditionLink[] {
  return story.editions.map((code) => {
    const { lang, words } = formatFor(code);
    const href = editionHref?.(code) ?? `${root}${editionPath(story.editions, code)}${path}`;
    return { code, lang, name: words.editionName, href };
  });
}
