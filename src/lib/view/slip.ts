/**
 * The slip of a step: the report's own words about the step's figures, cut from the report by their spans and never typed. Knows
 * no markup.
 */
import { defined } from '../invariants/defined.js';
import type { EditionCode, Figure, Inline, Quote, Step, Story } from '../story/types.js';
import { inEdition } from './in-edition.js';
import { renderingOf } from './renderings.js';
import { runsOf, type ReportRun } from './report-runs.js';
import { sentenceNumber } from './sentence-numbers.js';

/** One continuous range of the report: a figure's clause, or several clauses that touch or overlap. */
export interface SlipPiece {
  readonly start: number;
  /** Joined, the runs' texts are the report from `start` on. */
  readonly runs: readonly ReportRun[];
  /** Our renderings of its clauses; empty in the original edition, and if one of the clauses has none. */
  readonly renderings: readonly string[];
}

/** A whole sentence, if the slip contains only clauses of it. */
export interface SlipSentence {
  readonly text: string;
  readonly rendering?: string;
}

export interface Slip {
  /** In the report's order; no two of them touch. */
  readonly pieces: readonly SlipPiece[];
  readonly sentences: readonly SlipSentence[];
  /** The numbers of all sentences that contain its figures, in the report's order. */
  readonly numbers: readonly number[];
  /** Start of the first piece as a share of the report, from 0 (its first character) to 1 (its end). */
  readonly place: number;
  /** Id of the first figure, to which the link to the whole report leads. */
  readonly first: string;
}

/** Clauses at most this many characters apart (a comma, a pause mark, or nothing) are read as one. */
const joinable = 1;

function figureIds(text: readonly Inline[]): readonly string[] {
  return text.flatMap((part) => {
    if (part.type === 'figure') return [part.id];
    return 'children' in part ? figureIds(part.children) : [];
  });
}

/** The figures that a step's text refers to or its picture highlights, in the report's order. */
function figuresOf(story: Story, step: Step, edition: EditionCode): readonly Figure[] {
  const ids = new Set([
    ...inEdition(step.text, edition).flatMap(figureIds),
    ...(step.show.highlight === undefined ? [] : [step.show.highlight]),
  ]);
  return story.figures.filter(({ id }) => ids.has(id));
}

/** The figures' clauses in the report's order, without those inside another clause. */
function outermost(figures: readonly Figure[]): readonly Quote[] {
  const clauses = figures.map(({ quote }) => quote).sort((a, b) => a.start - b.start || b.end - a.end);
  return clauses.filter((clause, i) => clauses.slice(0, i).every(({ end }) => end < clause.end));
}

/**
 * @param edition its text decides which figures belong to the step, and its renderings are shown beside the report
 * @returns undefined if the step has no figure
 */
export function slipOf(story: Story, step: Step, edition: EditionCode): Slip | undefined {
  const figures = figuresOf(story, step, edition);
  const [first] = figures;
  if (!first) return undefined;

  const ranges: { start: number; end: number; clauses: Quote[] }[] = [];
  for (const clause of outermost(figures)) {
    const last = ranges.at(-1);
    if (last && clause.start <= last.end + joinable) {
      last.end = Math.max(last.end, clause.end);
      last.clauses.push(clause);
    } else ranges.push({ start: clause.start, end: clause.end, clauses: [clause] });
  }
  const pieces = ranges.map(({ start, end, clauses }): SlipPiece => {
    const renderings = clauses.flatMap((clause) => renderingOf(story, clause, edition) ?? []);
    return {
      start,
      runs: runsOf(story, { start, end }, figures),
      renderings: renderings.length === clauses.length ? renderings : [],
    };
  });

  const sentences = [...new Map(figures.map(({ sentence }) => [sentence.start, sentence])).values()];
  const covered = ({ start, end }: Quote) =>
    ranges.some((range) => range.start <= start && range.end + joinable >= end);
  return {
    pieces,
    sentences: sentences
      .filter((sentence) => !covered(sentence))
      .map((sentence) => {
        const rendering = renderingOf(story, sentence, edition);
        return { text: sentence.text, ...(rendering !== undefined && { rendering }) };
      }),
    numbers: sentences.map((sentence) => sentenceNumber(story, sentence)),
    place: defined(pieces[0], 'clause of a figure').start / story.report.text.length,
    first: first.id,
  };
}
