/** Reads the derived figures that count something in the report: the figures of some passages, or listed words. */
import { nearest } from './nearest.js';
import type { DerivedReading } from './derived-reading.js';
import { whole } from './decimal.js';
import type { Outcome } from './operations.js';
import { oneOf, say, type Place } from './problems.js';
import { readFields, readList, readSpan, readWord } from './shape.js';
import { comparators, figureKinds, type Quote } from './types.js';
import type { Node } from './yaml.js';

export interface Count {
  readonly outcome: Outcome;
  readonly sections?: readonly string[];
  readonly items?: readonly Quote[];
}

/** Reads a count, which must have exactly one of `where` (count figures) and `items` (count words). */
export function readCount(
  reading: DerivedReading,
  place: Place,
  where: Node | undefined,
  items: Node | undefined,
): Count | undefined {
  if (where !== undefined && items === undefined) return countFigures(reading, where);
  if (where === undefined && items !== undefined) return countItems(reading, items);
  reading.problems.add(
    'wrong-shape',
    place,
    'count',
    say('where 与 items 二者之一', 'either where or items'),
  );
  return undefined;
}

function countItems({ problems, report }: DerivedReading, items: Node): Count {
  const quotes: Quote[] = [];
  for (const node of readList(problems, items)) {
    const span = readSpan(problems, node, report.length);
    if (!span) continue;
    if (span.start < (quotes.at(-1)?.end ?? 0)) {
      const expected = say('依报告次序、互不重叠', "in the report's order, without overlap");
      problems.add('bad-span', node.place, `[${span.start}, ${span.end}]`, expected);
    }
    quotes.push({ ...span, text: report.slice(span.start, span.end) });
  }
  return {
    outcome: { exact: whole(quotes.length), unit: '', comparator: '=', from: [], formula: [] },
    items: quotes,
  };
}

function countFigures(reading: DerivedReading, where: Node): Count | undefined {
  const { problems } = reading;
  const fields = readFields(problems, where, { required: ['sections'], optional: ['kind', 'comparator'] });
  if (!fields) return undefined;
  const sections = readChoices(reading, fields.get('sections'), [...reading.sections], 'unknown-section');
  const kinds = readChoices(reading, fields.get('kind'), figureKinds, 'unknown-word');
  const limits = readChoices(reading, fields.get('comparator'), comparators, 'unknown-word');
  const counted = [...reading.figures.values()].filter(
    (figure) =>
      sections.includes(figure.section) &&
      (kinds.length === 0 || kinds.includes(figure.kind)) &&
      (limits.length === 0 || limits.includes(figure.comparator)),
  );
  const formula = counted.flatMap(({ id }, i) => [
    ...(i === 0 ? [] : [{ type: 'text', text: ', ' } as const]),
    { type: 'figure', id } as const,
  ]);
  const from = counted.map(({ id }) => id);
  return { outcome: { exact: whole(counted.length), unit: '', comparator: '=', from, formula }, sections };
}

/** Reads a list of words from a fixed vocabulary, without duplicates. */
function readChoices<Word extends string>(
  { problems }: DerivedReading,
  node: Node | undefined,
  words: readonly Word[],
  rule: 'unknown-section' | 'unknown-word',
): readonly Word[] {
  const chosen: Word[] = [];
  for (const item of readList(problems, node)) {
    const text = readWord(problems, item);
    if (!text) continue;
    const word = words.find((known) => known === text.value);
    if (word === undefined)
      problems.add(rule, text.place, text.value, oneOf(words), nearest(text.value, words));
    else if (chosen.includes(word))
      problems.add('duplicate-id', text.place, text.value, say('各一次', 'each once'));
    else chosen.push(word);
  }
  return chosen;
}
