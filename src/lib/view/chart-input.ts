/**
 * The boundary between story and charts: turns one chart's part of the story into plain values in one edition's words. A chart
 * can be drawn from them, serialised into the page and drawn again by an island. Knows the story and its languages, no markup.
 */
import { named } from './named.js';
import { inEdition } from './in-edition.js';
import { languageRuns } from '../charts/scene/foreign.js';
import type { ChartFigure, ChartInput, ChartOption, ChartPassage, ChartText } from '../charts/scene/types.js';
import { specOf } from '../charts/specs.js';
import { formatFor, type Format } from '../format/index.js';
import { splitUnit, withMagnitude } from '../story/units.js';
import type {
  Derived,
  EditionCode,
  Figure,
  KindSpec,
  OptionValue,
  Paragraph,
  Quote,
  StageChart,
  Story,
} from '../story/types.js';
import { derivedHref, figureHref } from './hrefs.js';
import { passageLabel } from './passage-label.js';
import { renderingOf } from './renderings.js';

interface Boundary {
  readonly story: Story;
  readonly edition: EditionCode;
  readonly base: string;
  readonly format: Format;
  /** What the chart's kind needs besides figures and options. */
  readonly needs: NonNullable<KindSpec['needs']>;
}

function figureInput({ edition, base, format, needs }: Boundary, figure: Figure): ChartFigure {
  return {
    id: figure.id,
    source: 'figure',
    value: figure.value,
    unit: figure.unit,
    comparator: figure.comparator,
    kind: figure.kind,
    measure: figure.measure,
    subjects: figure.subjects.map((subject) => inEdition(subject, edition)),
    printed: format.figure(figure),
    short: format.figure(figure, 'value'),
    href: figureHref(base, figure.id),
    at: figure.span.start,
    ...(figure.stretchOf === undefined ? {} : { stretchOf: figure.stretchOf }),
    ...(!needs.notes || figure.note === undefined ? {} : { note: inEdition(figure.note, edition) }),
  };
}

/** The amount that one mark stands for, in the figure's own unit: `100人次`. */
function perMark(format: Format, of: Figure, per: number): string {
  return format.figure({ ...of, ...withMagnitude(per, splitUnit(of.unit).base), value: per }, 'value');
}

/** A derived figure for charts. Its label is its only subject; its measure is that of its operands, or empty for a count. */
function derivedInput({ story, edition, base, format }: Boundary, derived: Derived): ChartFigure {
  const operand = story.figures.find((figure) => derived.from.includes(figure.id));
  return {
    id: derived.id,
    source: 'derived',
    value: derived.value,
    unit: derived.unit,
    comparator: derived.comparator,
    kind: 'derived',
    measure: operand?.measure ?? '',
    subjects: [inEdition(derived.label, edition)],
    printed: format.derived(derived),
    short: format.derived(derived, 'value'),
    href: derivedHref(base, derived.id),
    from: derived.from,
    ...(operand === undefined || derived.per === undefined
      ? {}
      : { per: perMark(format, operand, derived.per) }),
    ...(derived.sections === undefined ? {} : { sections: derived.sections }),
  };
}

/** Running text for a picture: numbers stay links; emphasis and other links become plain text. */
function chartText(boundary: Boundary, paragraph: Paragraph): ChartText {
  const { story, edition, base, format } = boundary;
  return paragraph.flatMap((part): ChartText => {
    switch (part.type) {
      case 'text':
        return languageRuns(part.text, edition).map((run) => ({ type: 'text', ...run }));
      case 'strong':
      case 'emphasis':
      case 'link':
        return chartText(boundary, part.children);
      case 'figure': {
        const text = format.figure(named(story.figures, part.id), part.format);
        return [{ type: 'figure', id: part.id, source: 'figure', text, href: figureHref(base, part.id) }];
      }
      case 'derived': {
        const text = format.derived(named(story.derived, part.id), part.format);
        return [{ type: 'figure', id: part.id, source: 'derived', text, href: derivedHref(base, part.id) }];
      }
      case 'see':
        return [{ type: 'text', text: format.words.see[part.direction] }];
      case 'term':
        return [{ type: 'text', text: inEdition(named(story.terms, part.id).term, edition) }];
    }
  });
}

/** Words of the report in the edition's language: our rendering, unless the edition is in the report's language. */
function quotation({ story, edition }: Boundary, quote: Quote): string {
  return renderingOf(story, quote, edition) ?? quote.text;
}

const quotesOf = (chart: StageChart): readonly Quote[] =>
  Object.values(chart.options).flatMap((option) => (option.type === 'quotes' ? option.items : []));

/** Whether a chart shows a quotation of the report in our rendering. */
export function quotesInTranslation(story: Story, chart: StageChart, edition: EditionCode): boolean {
  return quotesOf(chart).some((quote) => renderingOf(story, quote, edition) !== undefined);
}

function renderings(boundary: Boundary, chart: StageChart): Pick<ChartInput, 'renderings'> {
  const { story, edition, needs } = boundary;
  if (!needs.literalQuotes || !quotesInTranslation(story, chart, edition)) return {};
  const entries = quotesOf(chart).map((quote) => [quote.text, quotation(boundary, quote)]);
  return { renderings: Object.fromEntries(entries) };
}

function option(boundary: Boundary, value: OptionValue): ChartOption {
  switch (value.type) {
    case 'figures':
    case 'derived':
      return value.ids;
    case 'texts':
      return value.items.map((item) => chartText(boundary, inEdition(item, boundary.edition)));
    case 'notes':
      return value.items.map(({ at, text }) => ({
        at,
        text: chartText(boundary, inEdition(text, boundary.edition)),
      }));
    case 'words':
      return value.values;
    case 'quotes':
      return value.items.map((quote) =>
        boundary.needs.literalQuotes ? quote.text : quotation(boundary, quote),
      );
    case 'word':
    case 'flag':
      return value.value;
  }
}

function passages({ story, edition }: Boundary): readonly ChartPassage[] {
  return story.passages.map(({ section, start, end }) => ({
    section,
    label: passageLabel(story, section, edition),
    start,
    end,
  }));
}

/**
 * Makes a chart's input.
 *
 * @param section id of the section that contains the chart
 * @param base relative path from the page to the edition's root (`./`, `../`); links to the source and the ledger begin with it
 * @throws if the chart names a figure that the story does not have, which the story's checks rule out
 */
export function chartInput(
  story: Story,
  section: string,
  chart: StageChart,
  edition: EditionCode,
  base: string,
): ChartInput {
  const { needs = {} } = specOf(chart.kind);
  const boundary: Boundary = { story, edition, base, format: formatFor(edition), needs };
  const { title, caveat } = chart;
  return {
    section,
    name: chart.name,
    kind: chart.kind,
    edition,
    title: chartText(boundary, inEdition(title, edition)),
    ...(caveat === undefined ? {} : { caveat: chartText(boundary, inEdition(caveat, edition)) }),
    figures: chart.figures.map((id) => figureInput(boundary, named(story.figures, id))),
    derived: chart.derived.map((id) => derivedInput(boundary, named(story.derived, id))),
    options: Object.fromEntries(
      Object.entries(chart.options).map(([name, value]) => [name, option(boundary, value)]),
    ),
    ...renderings(boundary, chart),
    ...(needs.report ? { report: { length: story.report.length, passages: passages(boundary) } } : {}),
    words: boundary.format.words.charts,
  };
}
