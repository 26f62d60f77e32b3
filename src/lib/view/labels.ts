/** The subjects of a number on one line. */
import { inEdition } from './in-edition.js';
import { formatFor } from '../format/index.js';
import type { Derived, EditionCode, Figure } from '../story/types.js';

export function figureLabel(figure: Figure, edition: EditionCode): string {
  return figure.subjects
    .map((subject) => inEdition(subject, edition))
    .join(formatFor(edition).words.listSeparator);
}

export function derivedLabel(derived: Derived, edition: EditionCode): string {
  return inEdition(derived.label, edition);
}
