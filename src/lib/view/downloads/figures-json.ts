/**
 * All figures and derived figures for programs: the published format of `/data/figures.json`. Offsets are UTF-16 indices into the
 * report's text.
 */
import { originalOf } from '../editions.js';
import { formulaText } from '../sheet/formula.js';
import type { Comparator, Derived, Figure, FigureKind, Story, Texts } from '../../story/types.js';

export interface PublishedFigure {
  readonly id: string;
  readonly section: string;
  /** In the unit as printed: 2.19 for 2.19亿元. */
  readonly value: number;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly kind: FigureKind;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly subjects: readonly Texts[];
  readonly note?: Texts;
}

export interface PublishedDerived {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly formula: string;
  /** Ids of figures only: a derived operand is replaced by the figures that it is computed from. */
  readonly from: readonly string[];
  readonly caveat: Texts;
}

export interface PublishedFigures {
  readonly report: { readonly sha256: string; readonly length: number };
  readonly figures: readonly PublishedFigure[];
  readonly derived: readonly PublishedDerived[];
}

export function publishedFigure(figure: Figure): PublishedFigure {
  return {
    id: figure.id,
    section: figure.section,
    value: figure.value,
    unit: figure.unit,
    comparator: figure.comparator,
    kind: figure.kind,
    start: figure.span.start,
    end: figure.span.end,
    quote: figure.quote.text,
    quoteStart: figure.quote.start,
    quoteEnd: figure.quote.end,
    sentenceStart: figure.sentence.start,
    sentenceEnd: figure.sentence.end,
    subjects: figure.subjects,
    ...(figure.note === undefined ? {} : { note: figure.note }),
  };
}

function figuresBehind(story: Story, ids: readonly string[]): readonly string[] {
  const found = ids.flatMap((id) => {
    const derived = story.derived.find((candidate) => candidate.id === id);
    return derived ? figuresBehind(story, derived.from) : [id];
  });
  return [...new Set(found)];
}

function publishedDerived(story: Story, derived: Derived): PublishedDerived {
  return {
    id: derived.id,
    value: derived.value,
    unit: derived.unit,
    formula: formulaText(story, derived, originalOf(story)),
    from: figuresBehind(story, derived.from),
    caveat: derived.caveat,
  };
}

export function figuresJson(story: Story): PublishedFigures {
  return {
    report: { sha256: story.report.sha256, length: story.report.length },
    figures: story.figures.map(publishedFigure),
    derived: story.derived.map((derived) => publishedDerived(story, derived)),
  };
}
