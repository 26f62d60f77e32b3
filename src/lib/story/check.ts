/**
 * The whole check: takes the bytes of a story's files, returns the checked story or every problem. This file only connects the
 * checks; each rule is in the module of its subject. Never throws, whatever the files contain.
 */
import { defined } from '../invariants/defined.js';
import { addressesPath, readAddresses } from './addresses.js';
import { checkCoverage, nonFigureColumns, readNonFigures, type NonFigureColumn } from './coverage.js';
import {
  checkOtherOrders,
  checkSeen,
  publishedOf,
  readMainOrder,
  sortByOrder,
  type Reference,
} from './check-orders.js';
import { readCsv, type Table } from './csv.js';
import { readDerived } from './derived.js';
import { columnEditions, figureColumns, type FigureColumn } from './figure-columns.js';
import { readFigures } from './figures.js';
import { StoryFolder } from './folder.js';
import { type KnownNumber, type References } from './inline.js';
import { assemble } from './order.js';
import { Problems, say, type Place } from './problems.js';
import { checkUnchanged, readSourceNote, reportPath, sentencesOf, type Anchor } from './report.js';
import { checkQuotations, quotedWordsPath, readQuotedWords } from './quotations.js';
import type { Said } from './said.js';
import type { Rule } from './rules.js';
import { quotedHeading } from './passage.js';
import { readUntold, untoldPath, type UntoldRead } from './untold.js';
import { checkHeads, readSection, readSectionHead } from './sections.js';
import { parseInteger } from './shape.js';
import {
  checkRenderings,
  readRenderings,
  renderingsPath,
  type Quoted,
  type RenderingRead,
} from './renderings.js';
import { sourceFile, type SourceFile } from './source-file.js';
import { readEditions, readStoryNote } from './story-note.js';
import type { TextReading } from './texts.js';
import { checkTranslations, readRecords } from './translations.js';
import type { Checked, KindSpec, Section, Span, Story, StoryFiles } from './types.js';
import { readExpressions, readMeasures, readTerms } from './vocabulary.js';
import { reportWords } from './words.js';

/** Rules about words alone. If only these are broken, the story can still be drawn as a draft for editors, never for readers. */
const wordingRules: ReadonlySet<string> = new Set<Rule>([
  ...(['markup-unclosed', 'markup-unknown', 'markup-not-here', 'missing-text', 'other-language'] as const),
  ...(['unknown-reference', 'unknown-format', 'unknown-term', 'see-itself'] as const),
  ...(['bare-numeral', 'order-word', 'target-as-result', 'result-as-target'] as const),
  ...(['quotation-not-found', 'quotation-cut', 'quotation-unclosed'] as const),
  ...(['translation-older', 'translation-unknown', 'translation-figures-differ'] as const),
]);

/**
 * @param files path relative to the story's folder → bytes
 * @param kinds every chart kind that a stage may name
 * @param fixedIdioms edition → expressions of the language that contain a numeral without being a quantity
 * @returns the story if there is no problem; otherwise all problems, with a draft where only words are wrong
 */
export function checkStory(
  files: StoryFiles,
  kinds: readonly KindSpec[],
  fixedIdioms: Readonly<Record<string, readonly string[]>>,
): Checked {
  const problems = new Problems();
  const folder = new StoryFolder(files, problems);

  const storyNode = folder.yaml('story/story.yaml');
  const editions = readEditions(problems, storyNode, Object.keys(fixedIdioms));
  const expressionsNode = folder.optionalYaml('fixed-expressions.yaml');
  const expressions = readExpressions(problems, expressionsNode, fixedIdioms, editions.known);
  const listedNode = folder.optionalYaml(quotedWordsPath);
  const listed = readQuotedWords(problems, listedNode, editions.known);
  const said: Said[] = [];
  const reading: TextReading = {
    problems,
    editions,
    wording: { expressions, complete: expressionsNode !== undefined || !files.has('fixed-expressions.yaml') },
    said,
  };

  const reportFile = folder.text(reportPath);
  const report = reportFile ?? sourceFile(reportPath, '');
  const note = readSourceNote(reading, folder.yaml('report/source.yaml'));
  const language = note && Object.hasOwn(reportWords, note.language) ? note.language : 'zh';
  const words = reportWords[language] ?? reportWords.zh;

  const measuresNode = folder.yaml('measures.yaml');
  const measures = readMeasures(reading, measuresNode);
  const termsNode = folder.yaml('glossary.yaml');
  const terms = readTerms(reading, termsNode);

  const figureFile = folder.text('figures.csv');
  const columns = columnEditions(figureFile?.text ?? '', editions, language);
  const figureTable = readTable(figureFile, figureColumns(columns), problems);
  const nonFigureTable = readTable(folder.text('non-figures.csv'), nonFigureColumns, problems);
  const changed =
    reportFile && note ? checkUnchanged(report, note, anchors(figureTable, nonFigureTable), problems) : false;
  const comparable = reportFile !== undefined && !changed;
  // If the report has been changed, comparing rows with it would only report that change once per row. So the rows are read
  // against blanks of the expected length.
  const text = comparable ? report.text : report.text.padEnd(note?.length?.value ?? 0);

  const heads = folder
    .sections()
    .map(({ id, path, node }) => readSectionHead(problems, id, path, node, text.length));
  const sectionIds = new Set(heads.map(({ id }) => id));
  const untoldNode = folder.optionalYaml(untoldPath);
  const untold = readUntold(problems, untoldNode, sectionIds, text.length);
  const sectionsComplete = untoldNode !== undefined || !files.has(untoldPath);
  checkHeads(problems, heads, untold);
  // Passages of the report, with or without a section about them. Figures need only a passage; links and orders need a section.
  const passages = [...heads, ...untold];
  const sentencesOfReport = sentencesOf(report.text, words);

  const {
    ids: figureIds,
    figures,
    spans,
    sentences,
  } = readFigures(
    {
      ...reading,
      report: text,
      language,
      columns,
      words,
      sentences: sentencesOfReport,
      comparable,
      measures: new Map(measures.map((measure) => [measure.id, measure])),
      measuresComplete: measuresNode !== undefined,
      sections: new Map(passages.map(({ id, passage }) => [id, passage])),
      sectionsComplete,
      unread: new Set(heads.filter(({ fields }) => !fields).map(({ id }) => id)),
    },
    figureTable,
  );
  const nonFigures = readNonFigures(nonFigureTable, text, comparable, problems);
  if (comparable && figureTable.complete && nonFigureTable.complete) {
    const claims = [
      ...spans.map(({ start, end, row }) => ({ start, end, place: row.cell('start').place, figure: true })),
      ...nonFigures.map(({ start, end, place }) => ({ start, end, place, figure: false })),
    ];
    checkCoverage(report, claims, problems);
  }

  const figureMap = new Map(figures.map((figure) => [figure.id, figure]));
  const derivedNode = folder.yaml('derived.yaml');
  const { derived, known } = readDerived(
    {
      ...reading,
      figures: figureMap,
      figureIds,
      figuresComplete: figureTable.complete,
      measures: new Map(measures.map((measure) => [measure.id, measure])),
      sections: new Set(passages.map(({ id }) => id)),
      sectionsComplete,
      report: text,
    },
    derivedNode,
  );

  const seen: Reference[] = [];
  const references = (section: string): References => ({
    figures: new Map([...figureIds].map((id): [string, KnownNumber] => [id, knownFigure(figureMap.get(id))])),
    derived: known,
    sections: sectionIds,
    terms: new Set(terms.map(({ id }) => id)),
    complete: { numbers: figureTable.complete && derivedNode !== undefined, terms: termsNode !== undefined },
    seen: (target, place) => {
      if (target === section) problems.add('see-itself', place, target, say('别的节', 'another section'));
      else seen.push({ section, target, place });
    },
  });
  const quotedInProse: Quoted[] = [];
  const quoted: Quoted[] = [
    ...sentences,
    ...passages.flatMap(({ passage, heading, headingPlace }) =>
      heading && passage && passage.start <= heading.start && heading.end <= passage.end
        ? [{ ...heading, place: headingPlace }]
        : [],
    ),
  ];
  const stageReading = (section: string) => ({
    ...reading,
    ...(section === '' ? {} : { section }),
    quoted: (span: Span, place: Place) => quoted.push({ ...span, place }),
    references: references(section),
    kinds: new Map(kinds.map((spec) => [spec.kind, spec])),
    figures: figureMap,
    derived: new Map(derived.map((entry) => [entry.id, entry])),
    measures,
    report: text,
  });
  const sections = heads.map((head): Section => readSection(stageReading(head.id), head, text));

  const storyNote = readStoryNote(stageReading(''), storyNode, sections);
  const moved = readAddresses(problems, folder.optionalYaml(addressesPath), sections);
  const order = readMainOrder(folder, heads, sectionIds, problems);
  const published = publishedOf(order);
  checkSeen(problems, seen, published, order);
  checkOtherOrders(problems, folder, heads, sectionIds, seen);
  checkTranslations({
    problems,
    editions,
    files: folder.words(),
    records: readRecords(problems, folder.translations(), editions),
    known: (id) => figureIds.has(id) || known.has(id),
  });

  const renderings = comparable ? readRendered(reading, folder, text) : undefined;
  if (comparable && (listedNode || !files.has(quotedWordsPath)))
    checkQuotations({
      problems,
      said,
      listed,
      report: text,
      language,
      passages: new Map(passages.map(({ id, passage }) => [id, passage])),
      figures: figureMap,
      renderings: renderings ?? [],
      terms,
      rendered: renderings && termsNode ? editions.known : [],
      quoted: quotedInProse,
    });
  // A section that is unreadable or withheld may use any rendering, so unused renderings are reported only if there is none.
  const everything =
    !heads.some(({ withheld }) => withheld) &&
    !problems.all.some(({ file }) => file === 'figures.csv' || file.startsWith('story/sections/'));
  if (renderings)
    checkRendered(
      reading,
      text,
      renderings,
      [...quoted, ...quotedInProse],
      untold,
      sentencesOfReport,
      figures.map(({ quote }) => quote),
      everything,
    );

  const all = problems.all;
  const wordingOnly = all.every(({ rule }) => wordingRules.has(rule));
  if (!wordingOnly || !note || !storyNote) return { ok: false, problems: all };
  const story: Story = {
    editions: editions.declared,
    ...storyNote,
    report: {
      text: report.text,
      sentences: sentencesOfReport,
      sha256: defined(note.sha256, 'digest in the source note').value,
      length: report.text.length,
      ...note.report,
    },
    figures,
    nonFigures: nonFigures.map(({ start, end, text, reason }) => ({ start, end, text, reason })),
    derived,
    measures,
    terms,
    renderings: (renderings ?? []).map(({ start, end, text }) => ({ start, end, text })),
    // In the order of `order.yaml`, so that hidden sections keep their place in it.
    ...assemble(sortByOrder(sections, order), published),
    moved,
    passages: passages
      .flatMap((read) =>
        read.passage ? [{ ...read.passage, section: read.id, ...quotedHeading(read, text) }] : [],
      )
      .sort((a, b) => a.start - b.start),
  };
  return all.length > 0 ? { ok: false, problems: all, draft: story } : { ok: true, story };
}

/**
 * Reads and checks the renderings. They are required once an edition in another language is declared; before, they may be
 * prepared.
 */
function readRendered(
  { problems, editions }: TextReading,
  folder: StoryFolder,
  report: string,
): readonly RenderingRead[] | undefined {
  const [original, ...declared] = editions.declared;
  const known = editions.known.filter((edition) => edition !== original);
  const node = declared.length > 0 ? folder.yaml(renderingsPath) : folder.optionalYaml(renderingsPath);
  return node && readRenderings({ problems, editions: { known } }, node, report);
}

function checkRendered(
  { problems, editions }: TextReading,
  report: string,
  renderings: readonly RenderingRead[],
  quoted: readonly Quoted[],
  untold: readonly UntoldRead[],
  sentences: readonly Span[],
  clauses: readonly Span[],
  everything: boolean,
): void {
  const within = (inner: Span, span: Span) => span.start <= inner.start && inner.end <= span.end;
  // These renderings may be unused: of words in a passage without a section (a chart may quote it again), of parts of a quoted
  // sentence (an editor who rewrites a text on the editing page could not remove the rendering there), and of a figure's clause
  // (shown on the slip if there is one; otherwise the whole sentence is shown).
  const used = [
    ...quoted,
    ...renderings.filter((run) => clauses.some(({ start, end }) => start === run.start && end === run.end)),
    ...renderings.filter(
      (run) =>
        untold.some(({ passage }) => passage && within(run, passage)) ||
        sentences.some((sentence) => within(run, sentence) && run.start > sentence.start),
    ),
  ];
  checkRenderings(problems, report, editions.declared.slice(1), renderings, used, everything);
}

function readTable<Column extends string>(
  source: SourceFile | undefined,
  columns: readonly Column[],
  problems: Problems,
): Table<Column> {
  return source ? readCsv(source, columns, problems) : { rows: [], complete: false };
}

/** The words of the report that the tables quote, each at its offset; rows with unreadable offsets are left out. */
function anchors(figures: Table<FigureColumn>, nonFigures: Table<NonFigureColumn>): readonly Anchor[] {
  const found: Anchor[] = [];
  const add = (start: string, text: string): void => {
    const offset = parseInteger(start);
    if (offset !== undefined && text !== '') found.push({ start: offset, text });
  };
  for (const row of figures.rows) add(row.cell('quote_start').value, row.cell('quote').value);
  for (const row of nonFigures.rows) add(row.cell('start').value, row.cell('text').value);
  return found;
}

function knownFigure(
  figure: { kind: NonNullable<KnownNumber['kind']>; value: number } | undefined,
): KnownNumber {
  return figure ? { kind: figure.kind, value: figure.value } : {};
}
