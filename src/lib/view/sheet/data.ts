/** Makes the source sheet's data in one edition's words, at build time. */
import { inEdition } from '../in-edition.js';
import { derivedLabel, figureLabel } from '../labels.js';
import { passageLabel } from '../passage-label.js';
import { renderingOf } from '../renderings.js';
import { signName } from '../../charts/scene/signs.js';
import { formatFor, type Format } from '../../format/index.js';
import type { Derived, EditionCode, Figure, Story } from '../../story/types.js';
import { formulaPieces } from './formula.js';
import { fraction, sentenceSegments } from './segments.js';
import type { ReportPosition, SheetData, SheetDerived, SheetFigure } from './types.js';

function positionOf(story: Story, figure: Figure, edition: EditionCode): ReportPosition {
  const { length } = story.report.text;
  const passage = story.passages.find((candidate) => candidate.section === figure.section);
  return {
    label: passageLabel(story, figure.section, edition),
    start: fraction(passage?.start ?? figure.sentence.start, length),
    end: fraction(passage?.end ?? figure.sentence.end, length),
    at: fraction((figure.span.start + figure.span.end) / 2, length),
  };
}

function sheetFigure(story: Story, figure: Figure, edition: EditionCode, format: Format): SheetFigure {
  const rendering = renderingOf(story, figure.sentence, edition);
  return {
    id: figure.id,
    printed: format.figureParts(figure),
    subjects: figureLabel(figure, edition),
    sign: signName(figure),
    kind: format.words.kindsInFull[figure.kind],
    limit: format.comparator(figure),
    sentence: sentenceSegments(figure.sentence, figure.quote, figure.span),
    ...(rendering === undefined ? {} : { rendering }),
    place: positionOf(story, figure, edition),
    ...(figure.note === undefined ? {} : { note: inEdition(figure.note, edition) }),
    usedIn: story.derived
      .filter((derived) => derived.operation !== 'count' && derived.from.includes(figure.id))
      .map((derived) => derived.id),
  };
}

function sheetDerived(story: Story, derived: Derived, edition: EditionCode, format: Format): SheetDerived {
  return {
    id: derived.id,
    printed: format.derivedParts(derived),
    sign: signName({ kind: 'derived', comparator: derived.comparator }),
    label: derivedLabel(derived, edition),
    kind: format.words.kindsInFull.derived,
    formula: formulaPieces(story, derived, edition),
    caveat: inEdition(derived.caveat, edition),
  };
}

export function sheetData(story: Story, edition: EditionCode): SheetData {
  const format = formatFor(edition);
  return {
    figures: story.figures.map((figure) => sheetFigure(story, figure, edition, format)),
    derived: story.derived.map((derived) => sheetDerived(story, derived, edition, format)),
  };
}
