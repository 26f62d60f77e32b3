/**
 * The report's own words that a step speaks of, cut from the report by the figures' spans and never typed. Knows no markup.
 */
import { defined } from '../invariants/defined.js';
import type { EditionCode, Figure, Inline, Quote, Step, Story } from '../story/types.js';
import { inEdition } from './in-edition.js';
import { renderingOf } from './renderings.js';
import { runsOf, type ReportRun } from './report-runs.js';

/** An unbroken stretch of the report: a figure's clause, or several that touch or overlap. */
export interface SlipPiece {
  readonly start: number;
  /** Joined, the runs are the report from `start`. */
  readonly runs: readonly ReportRun[];
  /** Ours, of its clauses; none in the original edition, and none where one of them has none. */
  readonly renderings: readonly string[];
}

/** A sentence in full, where a slip holds only clauses of it. */
export interface SlipSentence {
  readonly text: string;
  readonly rendering?: string;
}

export interface Slip {
  /** In the report's order, none touching the next. */
  readonly pieces: readonly SlipPiece[];
  readonly sentences: readonly SlipSentence[];
  /** Where in the report the first piece begins, from 0 (its first character) to 1 (its end). */
  readonly place: number;
  /** The first figure's id: where the whole report leads to. */
  readonly first: string;
}

/** Between two clauses that are read as one: a comma, a pause, or nothing. */
const joinable = 1;

function figureIds(text: readonly Inline[]): readonly string[] {
  return text.flatMap((part) => {
    if (part.type === 'figure') return [part.id];
    return 'children' in part ? figureIds(part.children) : [];
  });
}

/** The figures that a step names in its words or lights up in its picture, in the report's order. */
function figuresOf(story: Story, step: Step, edition: EditionCode): readonly Figure[] {
  const ids = new Set([
    ...inEdition(step.text, edition).flatMap(figureIds),
    ...(step.show.highlight === undefined ? [] : [step.show.highlight]),
  ]);
  return story.figures.filter(({ id }) => ids.has(id));
}

/** Clauses without those that lie in another, in the report's order. */
function outermost(figures: readonly Figure[]): readonly Quote[] {
  const clauses = figures.map(({ quote }) => quote).sort((a, b) => a.start - b.start || b.end - a.end);
  return clauses.filter((clause, i) => clauses.slice(0, i).every(({ end }) => end < clause.end));
}

/**
 * @param edition whose words say which figures the step speaks of, and whose renderings stand beside the report's
 * @returns undefined where the step speaks of no figure
 */
export function slipOf(story: Story, step: Step, edition: EditionCode): Slip | undefined {
  const figures = figuresOf(story, step, edition);
  const [first] = figures;
  if (!first) return undefined;

  const stretches: { start: number; end: number; clauses: Quote[] }[] = [];
  for (const clause of outermost(figures)) {
    const last = stretches.at(-1);
    if (last && clause.start <= last.end + joinable) {
      last.end = Math.max(last.end, clause.end);
      last.clauses.push(clause);
    } else stretches.push({ start: clause.start, end: clause.end, clauses: [clause] });
  }
  const pieces = stretches.map(({ start, end, clauses }): SlipPiece => {
    const renderings = clauses.flatMap((clause) => renderingOf(story, clause, edition) ?? []);
    return {
      start,
      runs: runsOf(story, { start, end }, figures),
      renderings: renderings.length === clauses.length ? renderings : [],
    };
  });

  const sentences = [...new Map(figures.map(({ sentence }) => [sentence.start, sentence])).values()];
  const covered = ({ start, end }: Quote) =>
    stretches.some((stretch) => stretch.start <= start && stretch.end + joinable >= end);
  return {
    pieces,
    sentences: sentences
      .filter((sentence) => !covered(sentence))
      .map((sentence) => {
        const rendering = renderingOf(story, sentence, edition);
        return { text: sentence.text, ...(rendering !== undefined && { rendering }) };
      }),
    place: defined(pieces[0], 'clause of a figure').start / story.report.text.length,
    first: first.id,
  };
}
