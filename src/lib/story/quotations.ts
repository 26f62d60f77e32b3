/**
 * Checks that words in quotation marks in our own prose were really said: they must be the report's own words, or our rendering
 * of them if the text is in another language. Other quoted words, such as our own labels, must be listed with a reason in
 * `quoted-words.yaml`. The texts are collected while files are read, and checked when all files are known.
 */
import { defined } from '../invariants/defined.js';
import { nearest } from './nearest.js';
import { quotationsIn } from './quotation-marks.js';
import {
  nearestIn,
  occurrences,
  sourceOf,
  type Found,
  type Nearest,
  type Part,
  type Source,
} from './quotation-sources.js';
import { oneOf, say, type Place, type Problems } from './problems.js';
import type { Quoted } from './renderings.js';
import type { Reference, Said, SaidRun } from './said.js';
import { readFields, readEntries, readList, readWord } from './shape.js';
import type { EditionCode, Figure, Message, Rendering, Span, Term } from './types.js';
import type { Node } from './yaml.js';

/** Path of the list of quoted words that are no quotations, inside the story's folder. */
export const quotedWordsPath = 'quoted-words.yaml';

/** Edition → words that may stand in quotation marks without being a quotation. */
export type QuotedWords = ReadonlyMap<EditionCode, readonly string[]>;

export function readQuotedWords(
  problems: Problems,
  node: Node | undefined,
  editions: readonly EditionCode[],
): QuotedWords {
  const listed = new Map<EditionCode, string[]>();
  for (const entry of readEntries(problems, node)) {
    const known = editions.includes(entry.key);
    if (!known)
      problems.add(
        'unknown-edition',
        entry.keyPlace,
        entry.key,
        oneOf(editions),
        nearest(entry.key, editions),
      );
    const list: string[] = [];
    for (const item of readList(problems, entry.value)) {
      const fields = readFields(problems, item, { required: ['words', 'reason'] });
      const words = readWord(problems, fields?.get('words'));
      readWord(problems, fields?.get('reason'));
      if (!words) continue;
      if (list.some((other) => same(other, words.value)))
        problems.add('entry-twice', words.place, words.value, say('各一次', 'each once'));
      list.push(words.value);
    }
    if (known) listed.set(entry.key, list);
  }
  return listed;
}

export interface QuotationReading {
  readonly problems: Problems;
  readonly said: readonly Said[];
  readonly listed: QuotedWords;
  readonly report: string;
  /** The report's language. */
  readonly language: EditionCode;
  readonly passages: ReadonlyMap<string, Span | undefined>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly renderings: readonly Rendering[];
  readonly terms: readonly Term[];
  /** Editions whose renderings could be read. */
  readonly rendered: readonly EditionCode[];
  /** Collects each rendering in which a quotation was found. */
  readonly quoted: Quoted[];
}

export function checkQuotations(reading: QuotationReading): void {
  const own = [sourceOf(reading.report, reading.language)];
  const sources = new Map<EditionCode, readonly Source[]>();
  for (const said of reading.said) {
    if (said.edition !== reading.language && !reading.rendered.includes(said.edition)) continue;
    const { text, runAt } = joined(said.runs);
    for (const mark of quotationsIn(text)) {
      const { place } = runAt(mark.start);
      if (mark.unclosed) {
        reading.problems.add(
          'quotation-unclosed',
          place,
          text.slice(mark.start, mark.start + 20),
          say('成对的引号，在同一段里', 'quotation marks in pairs, within one paragraph'),
        );
        continue;
      }
      const words = text.slice(mark.start, mark.end);
      if (isListed(reading, said.edition, words)) continue;
      // A text in the report's language quotes the report itself, and so do Chinese words in any edition. The title of a work in
      // another edition is ours to render.
      const inReport = said.edition === reading.language || /\p{sc=Han}/u.test(words);
      if (mark.title && !inReport) continue;
      let among = inReport ? own : sources.get(said.edition);
      if (!among) {
        among = renderedSources(reading, said.edition);
        sources.set(said.edition, among);
      }
      judge(reading, said, { words, before: text.slice(0, mark.start - 1), place, runAt, mark }, among);
    }
  }
}

type RunAt = (index: number) => { readonly place: Place; readonly reference?: Reference };

/** Stands for a reference in the joined text: a private-use character, which the checks allow in no text. */
const referenceMark = '\ue000';

function joined(runs: readonly SaidRun[]): {
  text: string;
  runAt: RunAt;
} {
  const starts: { run: SaidRun; start: number }[] = [];
  let text = '';
  for (const run of runs) {
    starts.push({ run, start: text.length });
    text += 'text' in run ? run.text : referenceMark;
  }
  return {
    text,
    runAt(index) {
      const found = starts.findLast(({ start }) => start <= index);
      const { run, start } = defined(found, `run of the text at ${index}`);
      if ('reference' in run) return { place: run.place, reference: run.reference };
      return { place: run.placeAt(index - start) };
    },
  };
}

function isListed({ listed }: QuotationReading, edition: EditionCode, words: string): boolean {
  return (listed.get(edition) ?? []).some((entry) => same(entry, words));
}

const same = (a: string, b: string): boolean => bare(a).toLowerCase() === bare(b).toLowerCase();
const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[.,;:!?。、]+$/u, '')
    .trim();

interface Quotation {
  readonly words: string;
  /** The paragraph's text before the opening mark. */
  readonly before: string;
  readonly place: Place;
  readonly runAt: RunAt;
  readonly mark: Span;
}

function judge(reading: QuotationReading, said: Said, quotation: Quotation, among: readonly Source[]): void {
  const { problems, passages } = reading;
  const { parts, figures, known } = partsOf(reading, said.edition, quotation, among);
  if (!known) return;
  const passage = said.section === undefined ? undefined : passages.get(said.section);
  const found = occurrences(among, parts).filter((one) =>
    figures.every(({ span }) => within(spanOf(one), span)),
  );
  const here = found.filter((one) => passage && within(passage, spanOf(one)));
  // Two words may occur anywhere by chance, so they count only in the section's own passage.
  const counted = here.length > 0 || (passage && isShort(parts)) ? here : found;
  const words = quotation.words.replaceAll(referenceMark, '…');
  for (const { source } of counted)
    if (source.of && source.rendering) reading.quoted.push({ ...source.of, place: quotation.place });
  const [first] = counted;
  if (!first) {
    const near = nearestOf(among, words, passage);
    const wanted = expected(reading, among, near, found.length > 0 ? passage : undefined);
    problems.add('quotation-not-found', quotation.place, words, wanted, near?.text);
  } else if (
    counted.every((one) => one.negated && asserts(one)) &&
    !counted.some(({ source }) => source.negations.test(quotation.before))
  ) {
    const whole = first.source.text.slice(Math.max(0, first.start - 4), first.end).trim();
    const wanted = say('连同前面的否定词一起引', 'the word before it, which denies it, inside the marks');
    problems.add('quotation-cut', quotation.place, words, wanted, whole);
  }
}

/** Whether a quotation has fewer than four Chinese characters, or fewer than three words. */
function isShort(parts: readonly Part[]): boolean {
  const words = parts.map((part) => (part.type === 'words' ? part.text : ' ')).join('');
  if (parts.some(({ type }) => type === 'number') || /\p{N}/u.test(words)) return false;
  const count = words.match(/\p{sc=Han}/gu)?.length;
  return count === undefined
    ? [...words.matchAll(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)].length < 3
    : count < 4;
}

/**
 * Whether a quotation says more than one bare word (“broke out”, 发生). A single adjective of a rendering denies nothing when its
 * negation is left out.
 */
const asserts = ({ source, start, end }: Found): boolean =>
  /\p{sc=Han}|\s/u.test(source.text.slice(start, end));

/** The span of the report that these words are, or render. */
const spanOf = ({ source, start, end }: Found | Nearest): Span => source.of ?? { start, end };

const within = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Splits a quotation into searchable parts. `known` is false if it contains an unknown id, which another check reports. */
function partsOf(
  { figures, terms, language }: QuotationReading,
  edition: EditionCode,
  { words, mark, runAt }: Quotation,
  among: readonly Source[],
): { readonly parts: readonly Part[]; readonly figures: readonly Figure[]; readonly known: boolean } {
  const parts: Part[] = [];
  const numbers: Figure[] = [];
  const inReport = among[0] !== undefined && among[0].of === undefined;
  for (const match of words.matchAll(/(?:…|⋯)+|\.{3,}|\ue000|(?:(?!…|⋯|\.{3}|\ue000)[\s\S])+/gu)) {
    const [text] = match;
    if (text !== referenceMark) {
      parts.push(/^(?:[…⋯]|\.{3})/u.test(text) ? { type: 'gap' } : { type: 'words', text });
      continue;
    }
    const { reference } = runAt(mark.start + match.index);
    const figure = reference?.type === 'figure' ? figures.get(reference.id) : undefined;
    const term = reference?.type === 'term' ? terms.find(({ id }) => id === reference.id) : undefined;
    if (figure) {
      numbers.push(figure);
      parts.push({ type: 'number', ...(inReport ? { prints: printsOf(figure) } : {}) });
    } else if (term) parts.push({ type: 'words', text: term.term[inReport ? language : edition] ?? '' });
    else if (reference?.type === 'derived' || reference?.type === 'see')
      // A derived figure or a section's title is our own, so no source contains it: the search must fail here.
      parts.push({ type: 'words', text: referenceMark });
    else return { parts, figures: numbers, known: false };
  }
  return { parts: trimmed(parts), figures: numbers, known: true };
}

const printsOf = ({ span, printed, unit }: Figure): readonly string[] => [span.text, printed + unit, printed];

/** Removes what is not part of the quoted words: blanks, closing punctuation, dots at either end. */
function trimmed(parts: readonly Part[]): readonly Part[] {
  const clean = (part: Part, i: number): Part => {
    if (part.type !== 'words') return part;
    const text = i === parts.length - 1 ? part.text.replace(/[.,;:!?。，；：！？、\s]+$/u, '') : part.text;
    return { type: 'words', text: i === 0 ? text.trimStart() : text };
  };
  const kept = parts.map(clean).filter((part) => part.type !== 'words' || part.text !== '');
  const from = kept.findIndex(({ type }) => type !== 'gap');
  return from < 0 ? [] : kept.slice(from, kept.findLastIndex(({ type }) => type !== 'gap') + 1);
}

/** The sources for an edition: renderings and, if the report contains the term, the glossary's names. */
function renderedSources(reading: QuotationReading, edition: EditionCode): readonly Source[] {
  const { renderings, terms, report, language } = reading;
  const rendered = renderings.flatMap(({ start, end, text }) => {
    const words = text[edition];
    if (words === undefined) return [];
    // A quotation may leave out words that the rendering adds in square brackets.
    const without = words.replace(/ ?\[[^\]]*\]/g, '');
    return [...new Set([words, without])].map((one) => ({
      ...sourceOf(one, edition, { start, end }),
      rendering: true,
    }));
  });
  const named = terms.flatMap(({ term }) => {
    const name = (term[language] ?? '').replace(/[“”]/g, '');
    const words = term[edition];
    const start = name === '' ? -1 : report.indexOf(name);
    return start < 0 || words === undefined
      ? []
      : [sourceOf(words, edition, { start, end: start + name.length })];
  });
  return [...rendered, ...named];
}

/** The nearest match of the words, for the message. Searches the section's own passage first. */
function nearestOf(among: readonly Source[], words: string, passage: Span | undefined): Nearest | undefined {
  const closest = (sources: readonly Source[]): Nearest | undefined =>
    sources.flatMap((source) => nearestIn(source, words) ?? []).sort((a, b) => a.distance - b.distance)[0];
  const own = passage
    ? among.flatMap((source) => {
        if (source.of) return within(passage, source.of) ? [source] : [];
        return [sourceOf(source.text.slice(passage.start, passage.end), '')];
      })
    : [];
  return closest(own) ?? closest(among);
}

function expected(
  { report }: QuotationReading,
  among: readonly Source[],
  near: Nearest | undefined,
  passage: Span | undefined,
): Message {
  const listed = say(
    `；不是引文的，列入 ${quotedWordsPath}`,
    `; what is no quotation goes into ${quotedWordsPath}`,
  );
  if (passage) {
    const { start, end } = passage;
    return say(
      `本节原文 [${start}, ${end}] 里的话，别处的要引得长些${listed.zh}`,
      `words of the section's own passage [${start}, ${end}], or more of them${listed.en}`,
    );
  }
  if (among.every(({ of }) => of === undefined))
    return say(`报告里逐字的原话${listed.zh}`, `words of the report, letter by letter${listed.en}`);
  const zh = 'renderings.yaml 或 glossary.yaml 里的译文';
  const en = 'words of a rendering or of the glossary';
  if (!near?.source.of) return say(zh + listed.zh, en + listed.en);
  const { start, end } = near.source.of;
  const words = report.slice(start, end).replaceAll('\n', ' ');
  const short = words.length > 40 ? `${words.slice(0, 39)}…` : words;
  return say(
    `${zh}，如原文 [${start}, ${end}]「${short}」的译文${listed.zh}`,
    `${en}, such as that of [${start}, ${end}] ${short}${listed.en}`,
  );
}
