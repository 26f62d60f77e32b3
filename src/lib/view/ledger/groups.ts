/** The ledger's rows by passage, in the report's order, with the values that filtering and sorting need. Knows no markup. */
import { passageLabel } from '../passage-label.js';
import { inBaseUnits, splitUnit } from '../../story/units.js';
import type { EditionCode, Figure, FigureKind, Story } from '../../story/types.js';
import { unitless } from './choose.js';

export interface LedgerEntry {
  readonly figure: Figure;
  /** The unit without its magnitude. */
  readonly unit: string;
  /** The number in that unit, as exact as a JavaScript number can be. */
  readonly amount: number;
}

export interface LedgerGroup {
  readonly section: string;
  readonly label: string;
  /** Whether the label is the report's own heading. */
  readonly quoted: boolean;
  /** Whether the section is published, so that its passage can link to it. */
  readonly published: boolean;
  readonly entries: readonly LedgerEntry[];
}

const entry = (figure: Figure): LedgerEntry => ({
  figure,
  unit: splitUnit(figure.unit).base || unitless,
  amount: Number(inBaseUnits(figure.printed, figure.unit)),
});

export function ledgerGroups(story: Story, edition: EditionCode): readonly LedgerGroup[] {
  const published = new Set(story.sections.map((section) => section.id));
  return story.passages
    .map(({ section, heading }) => ({
      section,
      label: passageLabel(story, section, edition),
      quoted: edition === story.editions[0] && heading !== undefined,
      published: published.has(section),
      entries: story.figures.filter((figure) => figure.section === section).map(entry),
    }))
    .filter(({ entries }) => entries.length > 0);
}

const kindOrder: readonly FigureKind[] = ['reported', 'target', 'ceiling', 'threshold', 'scale'];

/** The kinds of figures that occur in the report. */
export const kindsOf = (story: Story): readonly FigureKind[] =>
  kindOrder.filter((kind) => story.figures.some((figure) => figure.kind === kind));
