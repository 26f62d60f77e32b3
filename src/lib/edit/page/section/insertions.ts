/**
 * Lists what can be inserted in double brackets: figures, derived figures, other sections, terms; and searches the list. An item
 * that a draft has no words for yet has an empty label. Pure.
 */
import { formatFor } from '../../../format/index.js';
import { inline } from '../../../view/plain-text.js';
import { figureLabel } from '../../../view/labels.js';
import type { EditionCode, Story } from '../../../story/types.js';

export interface Insertion {
  /** The text between the brackets. */
  readonly body: string;
  readonly type: 'figure' | 'derived' | 'see' | 'term';
  /** The item as it will be printed. */
  readonly printed: string;
  readonly label: string;
  /** The report's words around a figure. */
  readonly quote: string;
}

/** All insertions: the section's own figures first, then the others in the report's order. */
export function insertionsFor(story: Story, section: string, edition: EditionCode): readonly Insertion[] {
  const format = formatFor(edition);
  const own = <Item extends { readonly section: string }>(items: readonly Item[]) => [
    ...items.filter((item) => item.section === section),
    ...items.filter((item) => item.section !== section),
  ];
  const figures = own(story.figures).map((figure): Insertion => ({
    body: figure.id,
    type: 'figure',
    printed: format.figure(figure),
    label: figureLabel(figure, edition),
    quote: figure.quote.text,
  }));
  const derived = own(story.derived).map((each): Insertion => ({
    body: each.id,
    type: 'derived',
    printed: format.derived(each),
    label: each.label[edition] ?? '',
    quote: '',
  }));
  const sections = story.sections
    .filter(({ id }) => id !== section)
    .map((other): Insertion => ({
      body: `see:${other.id}`,
      type: 'see',
      printed: '',
      label: inline({ story, edition, format }, other.title[edition] ?? []),
      quote: '',
    }));
  const terms = story.terms.map((term): Insertion => ({
    body: `term:${term.id}`,
    type: 'term',
    printed: term.term[edition] ?? '',
    label: term.explanation[edition] ?? '',
    quote: '',
  }));
  const ownCount = (items: readonly { readonly section: string }[]) =>
    items.filter((item) => item.section === section).length;
  return [
    ...figures.slice(0, ownCount(story.figures)),
    ...derived.slice(0, ownCount(story.derived)),
    ...figures.slice(ownCount(story.figures)),
    ...derived.slice(ownCount(story.derived)),
    ...sections,
    ...terms,
  ];
}

/** The insertions that contain every word of the query, in any field. */
export function findInsertions(all: readonly Insertion[], asked: string): readonly Insertion[] {
  const words = asked
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return all.filter(({ body, printed, label, quote }) => {
    const text = `${body} ${printed} ${label} ${quote}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
