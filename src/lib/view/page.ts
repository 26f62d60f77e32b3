/** What every part of a page needs to print: the story, the edition's language, and the relative path to the site's root. */
import { formatFor, type Format } from '../format/index.js';
import type { EditionCode, Story } from '../story/types.js';

/** What an embedded page shows: it stands in somebody else's page, so it has no furniture of its own. */
export type EmbedOf = 'story' | 'section' | 'chart' | 'brief';

export interface PageContext {
  readonly story: Story;
  readonly edition: EditionCode;
  readonly format: Format;
  /** Relative way from this page to the edition's own root (`./`, `../`). */
  readonly base: string;
  /** This page's own way from its edition's root (``, `source/`). */
  readonly path: string;
  /** Relative way from this page to the site's root, which is the original edition's. */
  readonly root: string;
  readonly embed?: EmbedOf;
  /** In pages that the browser draws itself, where no island is brought to life: what each stage is to show now. */
  readonly playing?: Playing;
  /** Where the same page in another edition is, if not in a folder of its own. */
  readonly editionHref?: (edition: EditionCode) => string;
}

export interface Playing {
  /** Which of the section's own steps its stage shows, from 0. */
  readonly stepOf: (section: string) => number;
}

/** Enough to print text: no page, no address. */
export type Voice = Pick<PageContext, 'story' | 'edition' | 'format'>;

/** @param page its `path` tells the ways: every page lies as deep as its path has folders */
export function pageOf(page: Pick<PageContext, 'story' | 'edition' | 'path' | 'embed'>): PageContext {
  const base = '../'.repeat(page.path.split('/').length - 1) || './';
  const root = page.edition === page.story.editions[0] ? base : `${base === './' ? '' : base}../`;
  return { ...page, base, root, format: formatFor(page.edition) };
}
