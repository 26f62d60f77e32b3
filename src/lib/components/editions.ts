/** The same page in the story's other editions. */
import { formatFor } from '../format/index.js';
import type { EditionCode } from '../story/types.js';
import type { PageContext } from './context.js';

export interface EditionLink {
  readonly code: EditionCode;
  /** Value of `lang` and `hreflang`. */
  readonly lang: string;
  /** The language's name in itself. */
  readonly name: string;
  /** Relative to the page. */
  readonly href: string;
}

type Page = Pick<PageContext, 'story' | 'root' | 'path'>;

/** Every edition, this page's own included, in the story's order. */
export function editionLinks({ story, root, path }: Page): readonly EditionLink[] {
  return story.editions.map((code, i) => {
    const { lang, words } = formatFor(code);
    return { code, lang, name: words.editionName, href: `${root}${i === 0 ? '' : `${code}/`}${path}` };
  });
}
