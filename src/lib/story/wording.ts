/**
 * Checks the words of our own prose: no typed numerals in place of references, no words of order, no targets presented as
 * results. Knows the watched words of each language and which kind of text it checks, not the story's subject.
 */
import { firstLine } from './first-line.js';
import { ordinaryLetters } from './look-alikes.js';
import { bareNumerals } from './numerals.js';
import type { Problems } from './problems.js';
import { say, type Place } from './problems.js';
import type { EditionCode, FigureKind } from './types.js';
import { watchedWords } from './watched.js';
import type { TextNode } from './yaml.js';

export interface Wording {
  /** Edition → expressions that contain a numeral without being a quantity. */
  readonly expressions: ReadonlyMap<EditionCode, readonly string[]>;
  /** False if the list of expressions could not be read; then numerals are not checked. */
  readonly complete?: boolean;
}

interface Watch {
  readonly problems: Problems;
  readonly wording: Wording;
}

type PlaceAt = (index: number) => Place;

/** Reports numerals and, unless the text may use them, words of order. */
export function checkWords(
  watch: Watch,
  edition: EditionCode,
  text: string,
  placeAt: PlaceAt,
  mayOrder = false,
): void {
  const watched = watchedWords.get(edition);
  const { complete = true } = watch.wording;
  for (const numeral of !complete
    ? []
    : bareNumerals(text, watch.wording.expressions.get(edition) ?? [], watched?.numbers)) {
    watch.problems.add(
      'bare-numeral',
      placeAt(numeral.start),
      numeral.text,
      say(
        '[[数字编号]]；固定说法列入 fixed-expressions.yaml',
        '[[figure-id]], or an entry in fixed-expressions.yaml',
      ),
    );
  }
  if (mayOrder) return;
  const form = ordinaryLetters(text);
  for (const match of watched ? (form?.text ?? text).matchAll(watched.order) : []) {
    const expected = say(
      '写进衔接句（lead_in），或改用 [[see:节]]',
      'the sentence in lead_in, or [[see:section]]',
    );
    watch.problems.add('order-word', placeAt(form?.offsets[match.index] ?? match.index), match[0], expected);
  }
}

/** Reports a text in the wrong language: many letters, but none of the edition's own script. Ids and addresses are ignored. */
export function checkLanguage(problems: Problems, edition: EditionCode, text: TextNode): void {
  const letters = watchedWords.get(edition)?.letters;
  if (!letters) return;
  const words = text.value.replace(/\[\[[^\]\n]*\]\]|\]\([^)\n]*\)|<[^>\n]*>/g, '');
  // One Chinese character counts as three letters, since it says about as much.
  const count = [...words.matchAll(/\p{L}/gu)].length + 2 * [...words.matchAll(/\p{sc=Han}/gu)].length;
  if (letters.test(words) || count < 10) return;
  const found = firstLine(words.trim());
  problems.add('other-language', text.place, found, say(`${edition} 的文字`, `a text in ${edition}`));
}

export interface Neighbours {
  readonly id: string;
  readonly kind: FigureKind;
  readonly before: string;
  readonly after: string;
  readonly place: Place;
}

const lettersOf = (text: string): string => ordinaryLetters(text)?.text ?? text;

/**
 * Compares a number's kind with the words directly before and after it: a target must not be presented as a result, nor a result
 * as a target.
 */
export function checkStyle(
  problems: Problems,
  edition: EditionCode,
  { id, kind, before, after, place }: Neighbours,
): void {
  const lead = lettersOf(before).replace(/[\s*“"‘「《]+$/u, '');
  const rest = lettersOf(after).replace(/^[\s*”"’」》]+/u, '');
  const watched = watchedWords.get(edition);
  const words =
    kind === 'target' || kind === 'threshold'
      ? watched?.result
      : kind === 'reported'
        ? watched?.target
        : undefined;
  const found = words?.before.exec(lead)?.[0] ?? words?.after.exec(rest)?.[0];
  if (found === undefined) return;
  if (kind === 'reported') {
    problems.add(
      'result-as-target',
      place,
      found,
      say(`「${id}」是报告所称的结果`, `words for a result: "${id}" is reported as one`),
    );
  } else {
    problems.add(
      'target-as-result',
      place,
      found,
      say(`「${id}」是目标：写「目标」「提出」`, `words for a target: "${id}" is one`),
    );
  }
}
