/**
 * A section, or the whole story, as an entry of the feed: XHTML that stands without style and script, its pictures as images, or as
 * their text alternative and a table where the build makes none.
 */
import { languageRuns } from '../../charts/scene/foreign.js';
import { defined } from '../../invariants/defined.js';
import type { Finding, Inline, Paragraph, Section, StageChart, Step } from '../../story/types.js';
import { briefOf } from '../brief.js';
import { figurePrint } from '../figure-print.js';
import { chartDataPath, derivedHref, figureHref } from '../hrefs.js';
import { inEdition } from '../in-edition.js';
import { derivedLabel, figureLabel } from '../labels.js';
import { named } from '../named.js';
import type { Voice } from '../page.js';
import { sectionOf } from '../passage-label.js';
import { picturePath, pictureSizes } from '../pictures.js';
import { inline, sectionTitle } from '../plain-text.js';
import { renderingOf } from '../renderings.js';
import { formatFor } from '../../format/index.js';
import { originalOf } from '../editions.js';
import { element, type Child, type Element } from './xml.js';

export interface FeedPage extends Voice {
  /** Whether the build makes pictures of the steps. */
  readonly pictures: boolean;
  /** The address of a path from the edition's root. */
  readonly address: (path: string) => string;
  /** The address of a path from the site's root. */
  readonly rootAddress: (path: string) => string;
}

/** A text with the report's words marked with their own language. */
function spoken(page: Voice, text: string): readonly Child[] {
  return languageRuns(text, page.edition).map((run) =>
    run.lang ? element('span', { lang: run.lang, 'xml:lang': run.lang }, run.text) : run.text,
  );
}

function running(page: FeedPage, text: Paragraph): readonly Child[] {
  return text.flatMap((part) => piece(page, part));
}

function piece(page: FeedPage, part: Inline): readonly Child[] {
  const { story, edition, format, address } = page;
  switch (part.type) {
    case 'text':
      return spoken(page, part.text);
    case 'strong':
      return [element('strong', {}, ...running(page, part.children))];
    case 'emphasis':
      return [element('em', {}, ...running(page, part.children))];
    case 'link': {
      const elsewhere = /^(?:[a-z]+:|\/)/i.test(part.href);
      return [
        element('a', { href: elsewhere ? part.href : address(part.href) }, ...running(page, part.children)),
      ];
    }
    case 'figure':
    case 'derived': {
      const href = part.type === 'figure' ? figureHref('', part.id) : derivedHref('', part.id);
      return [element('a', { href: address(href) }, figurePrint(page, part))];
    }
    case 'see': {
      const target = defined(sectionOf(story, part.section), `section ${part.section}`);
      const words = `${format.words.see[part.direction]}${format.gap}`;
      return [
        element(
          'a',
          { href: address(`#${part.section}`) },
          words,
          element('q', {}, sectionTitle(page, target)),
        ),
      ];
    }
    case 'term': {
      const { term, explanation } = named(story.terms, part.id);
      const told = part.first ? spoken(page, format.words.explain(inEdition(explanation, edition))) : [];
      return [element('dfn', {}, inEdition(term, edition)), ...told];
    }
  }
}

const paragraph = (page: FeedPage, text: Paragraph): Element => element('p', {}, ...running(page, text));

/** A chart in its state at a step. */
function figure(page: FeedPage, section: Section, chart: StageChart, step: Step): Element {
  const alt = inline(page, inEdition(chart.alt, page.edition));
  const caption = element(
    'figcaption',
    {},
    ...running(page, inEdition(chart.title, page.edition)),
    ...(chart.caveat ? [element('br'), ...running(page, inEdition(chart.caveat, page.edition))] : []),
  );
  if (!page.pictures)
    return element('figure', {}, caption, element('p', {}, ...spoken(page, alt)), ...data(page, chart));
  const src = page.address(picturePath(`${section.id}--${step.id}`, 'chat', 'png'));
  const { width, height } = pictureSizes.chat;
  return element('figure', {}, element('img', { src, width, height, alt }), caption);
}

/** A chart's own numbers; nothing for a chart made of words, whose words are its text alternative. */
function data(page: FeedPage, { figures, derived }: StageChart): readonly Element[] {
  const { story, edition, format, address } = page;
  const row = (label: string, href: string, value: string, kind: string) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, ...spoken(page, label)),
      element('td', {}, element('a', { href: address(href) }, value)),
      element('td', {}, kind),
    );
  const rows = [
    ...figures.map((id) => {
      const number = named(story.figures, id);
      const { kinds } = format.words;
      return row(figureLabel(number, edition), figureHref('', id), format.figure(number), kinds[number.kind]);
    }),
    ...derived.map((id) => {
      const number = named(story.derived, id);
      const { derived: kind } = format.words.kinds;
      return row(derivedLabel(number, edition), derivedHref('', id), format.derived(number), kind);
    }),
  ];
  return rows.length === 0 ? [] : [element('table', {}, element('tbody', {}, ...rows))];
}

/** What is told under a section's title. */
export function sectionContent(page: FeedPage, section: Section): readonly Element[] {
  const { story, edition, format } = page;
  const { heading, standfirst, steps, stage } = section;
  const { lang } = formatFor(originalOf(story));
  const rendering = heading && renderingOf(story, heading, edition);
  const told = steps.flatMap((step, i) => {
    const chart = stage.find(({ name }) => name === step.show.chart);
    const isLast = !steps.slice(i + 1).some(({ show }) => show.chart === step.show.chart);
    return [
      ...inEdition(step.text, edition).map((text) => paragraph(page, text)),
      ...(chart && isLast ? [figure(page, section, chart, step)] : []),
    ];
  });
  const files = stage.flatMap(({ name, title }, i): Child[] => [
    ...(i > 0 ? [format.words.listSeparator] : []),
    element(
      'a',
      { href: page.rootAddress(chartDataPath(section.id, name)) },
      inline(page, inEdition(title, edition)),
    ),
  ]);
  return [
    ...(heading
      ? [
          element(
            'p',
            {},
            element('q', { lang, 'xml:lang': lang }, heading.text),
            ...(rendering === undefined ? [] : [` ${rendering}`]),
          ),
        ]
      : []),
    paragraph(page, inEdition(standfirst, edition)),
    ...told,
    ...(files.length > 0 ? [element('p', {}, format.words.chartData, ...files)] : []),
  ];
}

/** The complete story. */
export function storyContent(page: FeedPage): readonly Element[] {
  const { story, edition, format, address } = page;
  const findings = briefOf(story, edition);
  const link = ({ step }: { readonly step: Finding['step'] }) =>
    element('a', { href: address(`#${step}`) }, format.words.brief.go);
  return [
    paragraph(page, inEdition(story.descriptionInline, edition)),
    ...(findings.length > 0
      ? [
          element('h2', {}, format.words.brief.title),
          element(
            'ul',
            {},
            ...findings.map((finding) =>
              element('li', {}, ...running(page, finding.text), ' ', link(finding)),
            ),
          ),
        ]
      : []),
    ...story.sections.flatMap((section) => [
      element('h2', {}, ...running(page, inEdition(section.title, edition))),
      ...(section.leadIn ? [paragraph(page, inEdition(section.leadIn, edition))] : []),
      ...sectionContent(page, section),
    ]),
    element('p', {}, inEdition(story.credit, edition)),
  ];
}
