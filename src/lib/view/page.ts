/** What every component of a page needs to print: the story, the edition's language, and the relative path to the site's root. */
import { formatFor, type Format } from '../format/index.js';
import type { EditionCode, Story } from '../story/types.js';

/** What an embedded page shows. It stands in another site's page, so it has no header, footer or navigation of its own. */
export type EmbedOf = 'story' | 'section' | 'chart' | 'brief';

export interface PageContext {
  readonly story: Story;
  readonly edition: EditionCode;
  readonly format: Format;
  /** Relative path from this page to its edition's root (`./`, `../`). */
  readonly base: string;
  /** This page's path from its edition's root (``, `source/`). */
  readonly path: string;
  /** Relative path from this page to the site's root, which is the original edition's root. */
  readonly root: string;
  readonly embed?: EmbedOf;
  /** The site's address, if the build knows it: what is printed on paper can't be relative. */
  readonly site?: string | undefined;
  /** Whether the build makes pictures of the steps (pictures.ts), so that the page may link to them. */
  readonly pictures?: boolean;
  /** Only on pages that the browser draws itself and that have no islands (the editors' preview): which step each stage shows. */
  readonly playing?: Playing;
  /** Address of the same page in another edition, if that is not in the edition's own folder. */
  readonly editionHref?: (edition: EditionCode) => string;
}

export interface Playing {
  /** Index, from 0, of the step of this section that its stage shows. */
  readonly stepOf: (section: string) => number;
}

/** The part of the context that printing text needs: no page, no addresses. */
export type Voice = Pick<PageContext, 'story' | 'edition' | 'format'>;

/** Completes a page's context. The relative paths follow from `path`: a page lies as deep as its path has folders. */
export function pageOf(
  page: Pick<PageContext, 'story' | 'edition' | 'path' | 'embed' | 'pictures' | 'site'>,
): PageContext {
  const base = '../'.repeat(page.path.split('/').length - 1) || './';
  const root = page.edition === page.story.editions[0] ? base : `${base === './' ? '' : base}../`;
  return { ...page, base, root, format: formatFor(page.edition) };
}
