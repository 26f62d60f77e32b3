/** Running text without its links, for places that take text alone: titles, descriptions, text alternatives. */
import { figurePrint } from './figure-print.js';
import type { Paragraph } from '../story/types.js';
import type { Voice } from './context.js';

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
          return page.story.terms.find((term) => term.id === part.id)?.term[page.edition] ?? part.id;
      }
    })
    .join('');
}
