/**
 * Compares a row of `figures.csv` with the report's own characters (quote, sentence, subjects) and with other rows (stretch
 * targets). `span.ts` compares number, unit and comparator.
 */
import type { FigureRow } from './figure-columns.js';
import { nearest } from './nearest.js';
import { exactly, say, type Problems } from './problems.js';
import { firstDifference } from './report.js';
import type { EditionCode, Figure, Span } from './types.js';

export interface ProofReading {
  readonly problems: Problems;
  readonly report: string;
  /** The report's own language. */
  readonly language: EditionCode;
  readonly sentences: readonly Span[];
}

/**
 * Checks that the quote's words are at the quote's offsets, and that the number is inside the quote and the quote inside the
 * sentence.
 */
export function compare(
  reading: ProofReading,
  row: FigureRow,
  span: Span,
  quote: Span,
  sentence: Span,
): void {
  const { problems, report } = reading;
  const cell = row.cell('quote');
  const there = report.slice(quote.start, quote.end);
  if (there !== cell.value) {
    const elsewhere = cell.value === '' ? -1 : nearestOccurrence(report, cell.value, quote.start);
    if (elsewhere >= 0) {
      problems.add(
        'quote-not-found',
        row.cell('quote_start').place,
        `${quote.start}`,
        exactly(there),
        `${elsewhere}`,
      );
    } else {
      problems.add(
        'quote-not-found',
        cell.placeAt(firstDifference(cell.value, there)),
        cell.value,
        exactly(there),
        there,
      );
    }
  }
  if (span.start < quote.start || span.end > quote.end) {
    problems.add(
      'span-outside-quote',
      row.cell('start').place,
      `${span.start}, ${span.end}`,
      say(`${quote.start} 到 ${quote.end} 之内`, `within ${quote.start} to ${quote.end}`),
    );
  }
  const real = reading.sentences.find(({ start, end }) => start <= span.start && span.start < end);
  if (real && real.start !== sentence.start) {
    problems.add(
      'sentence-wrong',
      row.cell('sentence_start').place,
      `${sentence.start}`,
      exactly(`${real.start}`),
      `${real.start}`,
    );
  }
  if (real && real.end !== sentence.end) {
    problems.add(
      'sentence-wrong',
      row.cell('sentence_end').place,
      `${sentence.end}`,
      exactly(`${real.end}`),
      `${real.end}`,
    );
  }
  if (real && (quote.start < real.start || quote.end > real.end)) {
    problems.add(
      'quote-outside-sentence',
      row.cell('quote_start').place,
      `${quote.start}, ${quote.end}`,
      say(`${real.start} 到 ${real.end} 之内`, `within ${real.start} to ${real.end}`),
    );
  }
}

/** Offset of the nearest other occurrence of the words; −1 if there is none. */
function nearestOccurrence(report: string, words: string, near: number): number {
  let best = -1;
  for (let at = report.indexOf(words); at >= 0; at = report.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best;
}

/**
 * Checks that the sentence contains the characters of each subject, so that swapped subjects are found. Their order is free
 * (州级农业园区 from 省级农业园区1个、州级1个), and up to half of them may be ours (农村居民 for the 乡 of 城乡居民).
 */
export function checkSubjects(reading: ProofReading, row: FigureRow, sentence: Span): void {
  const cell = row.cell(`subjects_${reading.language}`);
  const words = reading.report.slice(sentence.start, sentence.end);
  let from = 0;
  for (const subject of cell.value.split('|')) {
    const characters = [...subject].filter((character) => /[\p{L}\p{N}]/u.test(character));
    const shared = characters.filter((character) => words.includes(character));
    if (shared.length * 2 < characters.length) {
      reading.problems.add(
        'subject-not-in-sentence',
        cell.placeAt(from),
        subject,
        say('这一句里的字', "the sentence's own characters"),
      );
    }
    from += subject.length + 1;
  }
}

export function checkStretch(
  problems: Problems,
  figure: Figure,
  row: FigureRow,
  figures: readonly Figure[],
  ids: ReadonlySet<string>,
): void {
  if (figure.stretchOf === undefined) return;
  const cell = row.cell('stretch_of');
  const base = figures.find((other) => other.id === figure.stretchOf);
  if (!base) {
    if (!ids.has(figure.stretchOf))
      problems.add(
        'unknown-figure',
        cell.place,
        figure.stretchOf,
        say('本表的编号', 'an id of this table'),
        nearest(figure.stretchOf, ids),
      );
    return;
  }
  const sameThing = base.unit === figure.unit && base.measure === figure.measure && base.kind === figure.kind;
  const sameSubjects = JSON.stringify(base.subjects) === JSON.stringify(figure.subjects);
  if (
    figure.comparator === 'strive' &&
    figure.value > base.value &&
    sameThing &&
    sameSubjects &&
    base.id !== figure.id
  )
    return;
  problems.add(
    'stretch-wrong',
    cell.place,
    figure.stretchOf,
    say(
      '同一对象、量、单位和类别，数值更小，本行的限定词是 strive',
      'one subject, measure, unit and kind, a smaller value, and "strive" in this row',
    ),
  );
}
