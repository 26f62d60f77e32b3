/**
 * Texts in every edition: which languages there are, and plain one-line texts. What may stand in a text is decided in
 * `wording.ts`; running text with marks and ids is read in `inline.ts`.
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
  /** Declared ones and those that may be prepared before they are declared. */
  readonly known: readonly EditionCode[];
}

export interface TextReading {
  readonly problems: Problems;
  readonly editions: Editions;
  readonly wording: Wording;
  /** Told of every paragraph, for what can only be judged once all files are read. */
  readonly said: Said[];
  /** The section whose text is read, if it is one's. */
  readonly section?: string;
}

export type LocatedTexts = ReadonlyMap<EditionCode, TextNode>;

/** The texts under `zh:`, `en:` …; a declared edition without one is a problem. */
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
 * A declared edition whose text is missing has been told so; it is empty in what editors look at meanwhile, so that whoever prints a
 * story finds a text for each of its editions.
 */
export function complete<Value>(
  { editions }: Pick<TextReading, 'editions'>,
  texts: Record<EditionCode, Value>,
  empty: Value,
): Record<EditionCode, Value> {
  for (const edition of editions.declared) texts[edition] ??= empty;
  return texts;
}

/** Texts that are printed as they are: no marks, no ids, no numerals. */
export function readPlainTexts(reading: TextReading, node: Node | undefined, about: About = 'story'): Texts {
  return toPlain(reading, readTexts(reading, node), about);
}

/** Words about the report may speak of its order, which never changes; words of the story may not. */
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

/** Texts in columns of a table: in every declared edition, or in none. */
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
