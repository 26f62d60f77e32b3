/**
 * Finds translations that are older than their originals. `story/translations/<edition>.yaml` records, for each text, a hash of
 * the original that the translation was made from, so no clock and no version history is needed. Only the story's own texts are
 * recorded; texts in tables and lists need only exist.
 */
import type { WordsFile } from './folder.js';
import { nearest } from './nearest.js';
import { oneOf, say, type Place, type Problems } from './problems.js';
import { checkSameFigures } from './same-figures.js';
import { readEntries } from './shape.js';
import { sha256 } from './sha256.js';
import { textsOf } from './text-paths.js';
import type { Editions } from './texts.js';
import type { EditionCode } from './types.js';
import { isWithheld } from './withheld.js';
import { describe, type Node, type TextNode } from './yaml.js';

export interface RecordEntry {
  readonly hash: string;
  readonly place: Place;
}
/** File → path of the text in the file → its recorded hash. */
export type TranslationRecord = ReadonlyMap<string, ReadonlyMap<string, RecordEntry>>;

/** The hash of a text in ten hexadecimal digits. It does not depend on line ends or on how YAML quotes the value. */
export function fingerprint(text: Pick<TextNode, 'value'>): string {
  const words = text.value.replace(/\r\n?/g, '\n').trim();
  return sha256(new TextEncoder().encode(words)).slice(0, 10);
}

/** Reads the translation records: one file per edition, none for the original. */
export function readRecords(
  problems: Problems,
  files: readonly (WordsFile & { readonly edition: string })[],
  { declared, known }: Editions,
): ReadonlyMap<EditionCode, TranslationRecord | undefined> {
  const translations = known.filter((edition) => edition !== declared[0]);
  const records = new Map<EditionCode, TranslationRecord | undefined>();
  for (const { edition, path, node } of files) {
    if (translations.includes(edition)) {
      // An unreadable record is undefined, so nothing is checked against it; an empty one means that no translation is recorded.
      records.set(edition, node && readRecord(problems, node));
      continue;
    }
    const near = nearest(edition, translations);
    problems.add('unknown-edition', { file: path, line: 1, column: 1 }, edition, oneOf(translations), near);
  }
  return records;
}

export function readRecord(problems: Problems, node: Node | undefined): TranslationRecord {
  const record = new Map<string, Map<string, RecordEntry>>();
  // An empty file is a record without entries.
  if (node === undefined || (node.type === 'text' && node.value === '')) return record;
  for (const file of readEntries(problems, node)) {
    const entries = new Map<string, RecordEntry>();
    record.set(file.key, entries);
    for (const { key, keyPlace, value } of readEntries(problems, file.value)) {
      if (value.type === 'text' && /^[0-9a-f]{10}$/.test(value.value))
        entries.set(key, { hash: value.value, place: keyPlace });
      else
        problems.add(
          'wrong-shape',
          value.place,
          describe(value),
          say('十位小写十六进制', 'ten lower-case hexadecimal digits'),
        );
    }
  }
  return record;
}

/** What the check of translations needs. */
export interface TranslationReading {
  readonly problems: Problems;
  readonly editions: Editions;
  readonly files: readonly WordsFile[];
  readonly records: ReadonlyMap<EditionCode, TranslationRecord | undefined>;
  /** Whether an id is a figure or derived figure. */
  readonly known: (id: string) => boolean;
}

/** Reports outdated translations of declared editions. Editions in preparation may be outdated and incomplete. */
export function checkTranslations(reading: TranslationReading): void {
  const [original, ...translated] = reading.editions.declared;
  for (const edition of translated) {
    const known = reading.records.get(edition);
    const record: TranslationRecord = known ?? new Map<string, never>();
    const readable = known !== undefined || !reading.records.has(edition);
    for (const file of reading.files)
      checkFile(reading, file, original, edition, readable, record.get(file.path));
    const paths = new Set(reading.files.map(({ path }) => path));
    for (const [path, entries] of record) {
      if (!paths.has(path)) for (const [text, { place }] of entries) unknown(reading.problems, place, text);
    }
  }
}

function checkFile(
  { problems, editions, known }: TranslationReading,
  { path, node }: WordsFile,
  original: EditionCode,
  edition: EditionCode,
  readable: boolean,
  entries: ReadonlyMap<string, RecordEntry> = new Map(),
): void {
  // Keep the entries of withheld sections: their words are not in these files, so nothing can be compared.
  if (!node || isWithheld(node)) return;
  const texts = textsOf(node, editions.known);
  for (const text of texts) {
    checkSameFigures(problems, text, original, edition, known);
    const source = text.texts.get(original);
    const translation = text.texts.get(edition);
    if (!source || !translation || !readable) continue;
    const entry = entries.get(text.path);
    if (entry?.hash === fingerprint(source)) continue;
    const command = `npm run translated -- ${edition} ${argumentOf(path)}`;
    const expected = say(`对照原文改好，再运行 ${command}`, `a text brought up to date, then ${command}`);
    const message = entry
      ? undefined
      : say('译文没有登记所依据的原文', 'nothing says which original this translation was made from');
    problems.add('translation-older', translation.place, entry?.hash ?? '', expected, undefined, message);
  }
  const paths = new Set(texts.map((text) => text.path));
  for (const [text, { place }] of entries) if (!paths.has(text)) unknown(problems, place, text);
}

function unknown(problems: Problems, place: Place, text: string): void {
  problems.add('translation-unknown', place, text, say('没有这一行', 'no such line'));
}

const sectionFile = /^story\/sections\/(.+)\.yaml$/;

/** A file's name on the command line: a section by its id, other files by their name. */
export function argumentOf(path: string): string {
  return sectionFile.exec(path)?.[1] ?? path.replace(/^story\//, '');
}
