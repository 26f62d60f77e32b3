/**
 * A derived figure's formula with its numbers printed, as shown in sheet, ledger and downloads. A count has no operators: it
 * lists what was counted, or the passages in which there was nothing to count.
 */
import { named } from '../named.js';
import { derivedLabel, figureLabel } from '../labels.js';
import { passageLabel } from '../passage-label.js';
import { renderingOf } from '../renderings.js';
import { formatFor } from '../../format/index.js';
import type { Derived, EditionCode, FormulaPart, Quote, Story } from '../../story/types.js';
import type { FormulaPiece } from './types.js';

/** With more operands than this, the formula leaves out their subjects to stay short. */
const fewOperands = 8;

function operand(story: Story, part: FormulaPart, edition: EditionCode): FormulaPiece {
  const format = formatFor(edition);
  switch (part.type) {
    case 'text':
      return { text: part.text };
    case 'figure': {
      const figure = named(story.figures, part.id);
      return { text: format.figure(figure, 'value'), figure: part.id, label: figureLabel(figure, edition) };
    }
    case 'derived': {
      const derived = named(story.derived, part.id);
      return {
        text: format.derived(derived, 'value'),
        derived: part.id,
        label: derivedLabel(derived, edition),
      };
    }
  }
}

function listed(pieces: readonly FormulaPiece[], separator: string): readonly FormulaPiece[] {
  return pieces.flatMap((piece, i): FormulaPiece[] => [...(i === 0 ? [] : [{ text: separator }]), piece]);
}

function quoted(story: Story, quote: Quote, edition: EditionCode): FormulaPiece {
  const rendering = renderingOf(story, quote, edition);
  return { text: quote.text, quote: true, ...(rendering === undefined ? {} : { rendering }) };
}

function withoutLabel({ text, figure, derived }: FormulaPiece): FormulaPiece {
  return { text, ...(figure === undefined ? {} : { figure }), ...(derived === undefined ? {} : { derived }) };
}

/** @throws if an operand is unknown, which the story's checks rule out */
export function formulaPieces(story: Story, derived: Derived, edition: EditionCode): readonly FormulaPiece[] {
  const { listSeparator, rail } = formatFor(edition).words;
  if (derived.items) {
    return listed(
      derived.items.map((item) => quoted(story, item, edition)),
      listSeparator,
    );
  }
  if (derived.formula.length === 0) {
    const { quoted: inQuotes } = formatFor(edition);
    // In the original edition a passage is named by the report's heading, as a quotation; in other editions by our title.
    const passages = (derived.sections ?? [derived.section]).map((id): FormulaPiece => {
      const label = passageLabel(story, id, edition);
      return edition === story.editions[0] ? { text: label, quote: true } : { text: inQuotes(label) };
    });
    return [...listed(passages, listSeparator), { text: `: ${rail.silent}` }];
  }
  const pieces = derived.formula.map((part) => operand(story, part, edition));
  return derived.from.length > fewOperands ? pieces.map(withoutLabel) : pieces;
}

/** The formula as one line of plain text. */
export function formulaText(story: Story, derived: Derived, edition: EditionCode): string {
  const { quoted } = formatFor(edition);
  return formulaPieces(story, derived, edition)
    .map((piece) => (piece.quote ? quoted(piece.text) : piece.text))
    .join('');
}
