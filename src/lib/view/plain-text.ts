/** Running text without links, for places that allow only plain text: titles, descriptions, text alternatives. */
import { figurePrint } from './figure-print.js';
import { inEdition } from './in-edition.js';
import { named } from './named.js';
import type { Paragraph, Section } from '../story/types.js';
import type { Voice } from './page.js';

export function inline(page: Voice, text: Paragraph): string {
  return text
    .map((part) => {
      switch (part.type) {
        case 'text':
          return part.text;
        case 'strong':
        case 'emphasis':
        case 'link':
          return inline(page, part.children);
        case 'figure':
        case 'derived':
          return figurePrint(page, part);
        case 'see':
          return page.format.words.see[part.direction];
        case 'term':
          return inEdition(named(page.story.terms, part.id).term, page.edition);
      }
    })
    .join('');
}

/** A section's title as plain text. */
export const sectionTitle = (page: Voice, { title }: Pick<Section, 'title'>): string =>
  inline(page, inEdition(title, page.edition));

/** Title of a page that contains only this section: the section's title and the story's. */
export const sectionInStory = (page: Voice, section: Pick<Section, 'title'>): string =>
  `${sectionTitle(page, section)} · ${inEdition(page.story.title, page.edition)}`;
