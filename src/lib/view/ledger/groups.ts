/** The ledger's rows by passage, in the report's order, with what filters and sorting need to know of each. Knows no markup. */
import { passageLabel } from '../passage-label.js';
import { inBaseUnits, splitUnit } from '../../story/units.js';
import type { EditionCode, Figure, FigureKind, Story } from '../../story/types.js';
import { unitless } from './choose.js';

export interface LedgerEntry {
  readonly figure: Figure;
  /** Without magnitude. */
  readonly unit: string;
  /** In that unit, exactly as far as a number can be. */
  readonly amount: number;
}

export interface LedgerGroup {
  readonly section: string;
  readonly label: string;
  /** The label is the report's own heading. */
  readonly quoted: boolean;
  /** A hidden section's passage has no place in the story to lead to. */
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

/** Only kinds that there are. */
export const kindsOf = (story: Story): readonly FigureKind[] =>
  kindOrder.filter((kind) => story.figures.some((figure) => figure.kind === kind));
