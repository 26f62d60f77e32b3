/**
 * What may not be said in our own words: numerals that are typed instead of referred to, words of order, targets told as
 * results. Knows the watched words by language and where a text stands, not what the story is about.
 */
import { bareNumerals } from './numerals.js';
import type { Problems } from './problems.js';
import { say, type Place } from './problems.js';
import type { EditionCode, FigureKind } from './types.js';
import { orderWords, resultWords, targetWords } from './words.js';

export interface Wording {
  /** Expressions with numerals that are no quantities, by edition. */
  readonly expressions: ReadonlyMap<EditionCode, readonly string[]>;
}

interface Watch {
  readonly problems: Problems;
  readonly wording: Wording;
}

type PlaceAt = (index: number) => Place;

/** Numerals and, unless the text may speak of order, words of order. */
export function checkWords(
  watch: Watch,
  edition: EditionCode,
  text: string,
  placeAt: PlaceAt,
  mayOrder = false,
): void {
  for (const run of bareNumerals(text, watch.wording.expressions.get(edition) ?? [])) {
    watch.problems.add(
      'bare-numeral',
      placeAt(run.start),
      run.text,
      say(
        '写成 [[数字编号]]，或列入 fixed-expressions.yaml',
        '[[figure-id]], or an entry in fixed-expressions.yaml',
      ),
    );
  }
  if (mayOrder) return;
  const pattern = orderPatterns.get(edition);
  for (const match of pattern ? text.matchAll(pattern) : []) {
    const expected = say('写进 lead_in，或改用 [[see:节]]', 'the sentence in lead_in, or [[see:section]]');
    watch.problems.add('order-word', placeAt(match.index), match[0], expected);
  }
}

/** Words in Latin letters only where they stand alone, in any case. */
const orderPatterns: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(orderWords).map(([edition, words]) => {
    const alternatives = words.map((word) => (/^[a-z ]+$/.test(word) ? `\\b${word}\\b` : word));
    return [edition, new RegExp(alternatives.join('|'), 'gi')];
  }),
);

export interface Neighbours {
  readonly id: string;
  readonly kind: FigureKind;
  readonly before: string;
  readonly after: string;
  readonly place: Place;
}

/** A number's kind against the words directly before and after it. */
export function checkStyle(
  problems: Problems,
  edition: EditionCode,
  { id, kind, before, after, place }: Neighbours,
): void {
  const lead = before.replace(/[\s*“"‘「《]+$/u, '');
  const rest = after.replace(/^[\s*”"’」》]+/u, '');
  const words =
    kind === 'target' || kind === 'threshold'
      ? resultWords[edition]
      : kind === 'reported'
        ? targetWords[edition]
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
