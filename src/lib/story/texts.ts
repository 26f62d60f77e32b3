/**
 * Reads texts in all editions: which languages there are, and plain texts of one line. `wording.ts` decides which words are
 * allowed; `inline.ts` reads running text with markup and references.
 */
import { firstLine } from './first-line.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { exactly, oneOf, say, type Place } from './problems.js';
import type { Said } from './said.js';
import { readMap } from './shape.js';
import type { EditionCode, Texts } from './types.js';
import type { Cell } from './csv.js';
import { checkLanguage, checkWords, type Wording } from './wording.js';
import { describe, type Node, type TextNode } from './yaml.js';

export interface Editions {
  /** In the order of `story.yaml`; the first is the original. */
  readonly declared: readonly [original: EditionCode, ...translated: EditionCode[]];
  /** The declared editions, and those that may be prepared before they are declared. */
  readonly known: readonly EditionCode[];
}

export interface TextReading {
  readonly problems: Problems;
  readonly editions: Editions;
  readonly wording: Wording;
  /** Collects every paragraph, for checks that need all files. */
  readonly said: Said[];
  /** Id of the section whose text is read; absent for other texts. */
  readonly section?: string;
}

export type LocatedTexts = ReadonlyMap<EditionCode, TextNode>;

/** Reads the texts under `zh:`, `en:` …; reports each declared edition without a text. */
export function readTexts(reading: TextReading, node: Node | undefined): LocatedTexts {
  const texts = new Map<EditionCode, TextNode>();
  const map = readMap(reading.problems, node);
  if (!map) return texts;
  for (const entry of map.entries) addText(reading, texts, entry.key, entry.keyPlace, entry.value);
  checkComplete(reading, texts, map.place);
  return texts;
}

export function addText(
  reading: { readonly problems: Problems; readonly editions: Pick<Editions, 'known'> },
  texts: Map<EditionCode, TextNode>,
  edition: string,
  place: Place,
  value: Node,
): void {
  const { problems, editions } = reading;
  if (!editions.known.includes(edition)) {
    problems.add('unknown-edition', place, edition, oneOf(editions.known), nearest(edition, editions.known));
  } else if (value.type !== 'text') {
    problems.add('wrong-shape', value.place, describe(value), say('文字', 'a text'));
  } else {
    texts.set(edition, value);
    if (value.value.trim() === '') problems.add('missing-text', place, edition, say('文字', 'a text'));
  }
}

/** Reports each declared edition that has no text here. */
export function checkComplete(reading: TextReading, texts: LocatedTexts, place: Place): void {
  for (const edition of reading.editions.declared) {
    if (!texts.has(edition))
      reading.problems.add('missing-text', place, [...texts.keys()].join(', '), exactly(`${edition}:`));
  }
}

/**
 * Adds an empty text for each declared edition without one. The missing text has been reported; with the empty one, editors can
 * still look at the story as a draft.
 */
export function complete<Value>(
  { editions }: Pick<TextReading, 'editions'>,
  texts: Record<EditionCode, Value>,
  empty: Value,
): Record<EditionCode, Value> {
  for (const edition of editions.declared) texts[edition] ??= empty;
  return texts;
}

/** Reads texts that are printed as they are: no markup, no references, no numerals. */
export function readPlainTexts(reading: TextReading, node: Node | undefined, about: About = 'story'): Texts {
  return toPlain(reading, readTexts(reading, node), about);
}

/**
 * What a text is about. Texts about the report may use words of order, since the report's order never changes; texts of the story
 * may not.
 */
export type About = 'story' | 'report';

export function toPlain(reading: TextReading, texts: LocatedTexts, about: About = 'story'): Texts {
  const plain: Record<EditionCode, string> = {};
  for (const [edition, text] of texts) {
    const mark = /\[\[|\*\*/.exec(text.value);
    if (mark)
      reading.problems.add(
        'markup-not-here',
        text.placeAt(mark.index),
        mark[0],
        say('不带标记的文字', 'text without marks'),
      );
    if (text.value.trim().includes('\n'))
      reading.problems.add(
        'wrong-shape',
        text.place,
        firstLine(text.value),
        say('一行文字', 'one line of text'),
      );
    checkLanguage(reading.problems, edition, text);
    checkWords(reading, edition, text.value, (index) => text.placeAt(index), about === 'report');
    sayPlain(reading, edition, text.value, (index) => text.placeAt(index));
    plain[edition] = text.value.trim();
  }
  return complete(reading, plain, '');
}

/** Reads texts from a table's columns, which are filled in every declared edition or in none. */
export function readCells(
  reading: TextReading,
  cells: Readonly<Record<EditionCode, Cell>>,
): Texts | undefined {
  if (Object.values(cells).every((cell) => cell.value === '')) return undefined;
  const texts: Record<EditionCode, string> = {};
  for (const [edition, cell] of Object.entries(cells)) {
    if (cell.value === '') {
      if (reading.editions.declared.includes(edition))
        reading.problems.add(
          'missing-text',
          cell.place,
          '',
          say('每种语言都写，或都不写', 'every language or none'),
        );
      continue;
    }
    texts[edition] = cell.value;
    checkWords(reading, edition, cell.value, (index) => cell.placeAt(index), true);
    sayPlain(reading, edition, cell.value, (index) => cell.placeAt(index));
  }
  return complete(reading, texts, '');
}

function sayPlain(
  { said, section }: TextReading,
  edition: EditionCode,
  text: string,
  placeAt: (index: number) => Place,
): void {
  said.push({ edition, section, runs: [{ text, placeAt }] });
}
