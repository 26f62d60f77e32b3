/**
 * Checks that the report's text is the one that was proofread (by the checksum in `source.yaml`) and finds its sentences. Knows
 * of figures only the words that the tables quote.
 */
import type { Problems } from './problems.js';
import { exactly, say } from './problems.js';
import { readChoice, readFields, readInteger, readList, readWord } from './shape.js';
import { sha256 } from './sha256.js';
import type { SourceFile } from './source-file.js';
import { readPlainTexts, type TextReading } from './texts.js';
import type { Report, Span } from './types.js';
import { reportWords, type ReportWords } from './words.js';
import { oneOf } from './problems.js';
import { nearest } from './nearest.js';
import type { Node, TextNode } from './yaml.js';

export interface SourceNote {
  readonly report: Omit<Report, 'text' | 'sentences' | 'sha256' | 'length'>;
  readonly language: string;
  readonly sha256: TextNode | undefined;
  readonly length: { readonly value: number; readonly node: Node } | undefined;
}

/** Path of the report's text inside the story's folder. */
export const reportPath = 'report/report.zh.txt';

/** Reads `report/source.yaml`. */
export function readSourceNote(reading: TextReading, node: Node | undefined): SourceNote | undefined {
  const { problems } = reading;
  const fields = readFields(problems, node, {
    required: ['file', 'language', 'sha256', 'length', 'title', 'issuer'],
    optional: ['missing', 'inferred'],
  });
  if (!fields) return undefined;
  const language = readWord(problems, fields.get('language'));
  if (language && !Object.hasOwn(reportWords, language.value)) {
    const known = Object.keys(reportWords);
    problems.add(
      'unknown-word',
      language.place,
      language.value,
      oneOf(known),
      nearest(language.value, known),
    );
  }
  const file = readWord(problems, fields.get('file'));
  if (file)
    readChoice(problems, 'unknown-word', file.value, file.place, [reportPath.slice('report/'.length)]);
  const digest = readWord(problems, fields.get('sha256'));
  if (digest && !/^[0-9a-f]{64}$/.test(digest.value)) {
    problems.add(
      'wrong-shape',
      digest.place,
      digest.value,
      say('64 位小写十六进制', '64 lower-case hexadecimal digits'),
    );
  }
  const lengthNode = fields.get('length');
  const length = readInteger(problems, lengthNode, 0, 999_999_999);
  return {
    language: language?.value ?? 'zh',
    sha256: digest,
    length:
      length === undefined || lengthNode === undefined ? undefined : { value: length, node: lengthNode },
    report: {
      title: readPlainTexts(reading, fields.get('title'), 'report'),
      issuer: readPlainTexts(reading, fields.get('issuer'), 'report'),
      missing: readList(problems, fields.get('missing')).map((item) =>
        readPlainTexts(reading, item, 'report'),
      ),
      inferred: readList(problems, fields.get('inferred')).map((item) =>
        readPlainTexts(reading, item, 'report'),
      ),
    },
  };
}

/** Words that a table quotes from the report, with their offset. */
export interface Anchor {
  readonly start: number;
  readonly text: string;
}

/**
 * Checks the report against its checksum. If the report has been changed, the problem points to the first character that differs
 * from the quoted words or, if none differs, to the checksum.
 *
 * @returns whether the text differs from quoted words, so that comparing it row by row would only repeat that
 */
export function checkUnchanged(
  source: SourceFile,
  note: SourceNote,
  anchors: readonly Anchor[],
  problems: Problems,
): boolean {
  const { text } = source;
  const digest = sha256(new TextEncoder().encode(text));
  if (note.length && note.length.value !== text.length) {
    problems.add('report-length', note.length.node.place, `${note.length.value}`, exactly(`${text.length}`));
  }
  if (note.sha256 === undefined || note.sha256.value === digest) return false;
  const sorted = [...anchors].sort((a, b) => a.start - b.start);
  const anchor = sorted.find(({ start, text: words }) => text.slice(start, start + words.length) !== words);
  if (!anchor) {
    problems.add('report-changed', note.sha256.place, note.sha256.value, exactly(digest));
    return false;
  }
  const differs = firstDifference(text.slice(anchor.start, anchor.start + anchor.text.length), anchor.text);
  const around = (words: string, at: number): string => words.slice(Math.max(0, at - 4), at + 8);
  const at = anchor.start + differs;
  problems.add('report-changed', source.placeAt(at), around(text, at), exactly(around(anchor.text, differs)));
  return true;
}

/** Index of the first character that differs between two texts. */
export function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** Splits the report into sentences. The closing mark belongs to its sentence; a line end belongs to none. */
export function sentencesOf(text: string, words: ReportWords): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let at = 0;
  const close = (end: number): void => {
    if (end > start) sentences.push({ start, end });
  };
  while (at < text.length) {
    const character = text.charAt(at);
    at += 1;
    if (character === '\n') {
      close(at - 1);
      start = at;
    } else if (words.sentenceEnds.includes(character)) {
      while (at < text.length && words.sentenceEnds.includes(text.charAt(at))) at += 1;
      close(at);
      start = at;
    }
  }
  close(text.length);
  return sentences;
}
