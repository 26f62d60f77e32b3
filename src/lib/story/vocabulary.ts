/** Reads the story's small lists: measures, terms with their explanations, and fixed expressions. */
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { oneOf, say } from './problems.js';
import { readChoice, readFields, readId, readList, readEntries, readWord } from './shape.js';
import { addText, checkComplete, readPlainTexts, toPlain, type TextReading } from './texts.js';
import type { EditionCode, Measure, Term } from './types.js';
import type { Node, TextNode } from './yaml.js';

export function readMeasures(reading: TextReading, node: Node | undefined): readonly Measure[] {
  const { problems } = reading;
  const measures: Measure[] = [];
  const root = readFields(problems, node, { required: ['measures'] });
  for (const item of readList(problems, root?.get('measures'))) {
    const fields = readFields(problems, item, {
      required: ['id', 'additive'],
      optional: ['change'],
      open: true,
    });
    if (!fields) continue;
    const texts = new Map<EditionCode, TextNode>();
    const known = ['id', 'additive', 'change', ...reading.editions.known];
    for (const entry of fields.others) {
      if (reading.editions.known.includes(entry.key))
        addText(reading, texts, entry.key, entry.keyPlace, entry.value);
      else problems.add('unknown-key', entry.keyPlace, entry.key, oneOf(known), nearest(entry.key, known));
    }
    checkComplete(reading, texts, fields.place);
    const additive = readTruth(problems, fields.get('additive'));
    const changeWord = readWord(problems, fields.get('change'));
    const change =
      changeWord &&
      readChoice(problems, 'unknown-word', changeWord.value, changeWord.place, ['fall', 'growth'] as const);
    const id = readNewId(problems, fields.get('id'), measures);
    if (change !== undefined && additive) {
      problems.add(
        'wrong-shape',
        fields.place,
        'additive: true',
        say('变化率不能相加（additive: false）', 'rates of change cannot be added (additive: false)'),
      );
    }
    if (id !== undefined) {
      measures.push({
        id,
        label: toPlain(reading, texts),
        additive: additive ?? false,
        ...(change ? { change } : {}),
      });
    }
  }
  return measures;
}

export function readTerms(reading: TextReading, node: Node | undefined): readonly Term[] {
  const { problems } = reading;
  const terms: Term[] = [];
  const root = readFields(problems, node, { required: ['terms'] });
  for (const item of readList(problems, root?.get('terms'))) {
    const fields = readFields(problems, item, { required: ['id', 'term', 'explanation'] });
    if (!fields) continue;
    const term = readPlainTexts(reading, fields.get('term'));
    const explanation = readPlainTexts(reading, fields.get('explanation'));
    const id = readNewId(problems, fields.get('id'), terms);
    if (id !== undefined) terms.push({ id, term, explanation });
  }
  return terms;
}

function readNewId(
  problems: Problems,
  node: Node | undefined,
  taken: readonly { readonly id: string }[],
): string | undefined {
  const id = readId(problems, node);
  if (!id) return undefined;
  if (!taken.some((entry) => entry.id === id.value)) return id.value;
  problems.add('duplicate-id', id.place, id.value, say('没有用过的编号', 'an id that is not taken'));
  return undefined;
}

/** Edition → fixed expressions, including the language's own idioms. An edition need not have any. */
export function readExpressions(
  problems: Problems,
  node: Node | undefined,
  idioms: Readonly<Record<string, readonly string[]>>,
  editions: readonly EditionCode[],
): Map<EditionCode, readonly string[]> {
  const own = new Map(Object.entries(idioms));
  const expressions = new Map(editions.map((edition) => [edition, [...(own.get(edition) ?? [])]]));
  for (const entry of readEntries(problems, node)) {
    const list = expressions.get(entry.key);
    if (!list) {
      problems.add(
        'unknown-edition',
        entry.keyPlace,
        entry.key,
        oneOf(editions),
        nearest(entry.key, editions),
      );
      continue;
    }
    const given = new Set<string>();
    for (const item of readList(problems, entry.value)) {
      const word = readWord(problems, item);
      if (!word) continue;
      // A bare numeral as an expression would disable the check of numerals.
      if (isNumeral(word.value))
        problems.add(
          'bare-numeral',
          word.place,
          word.value,
          say('不只是数字的说法', 'an expression that is more than a numeral'),
        );
      else if (given.has(word.value.toLowerCase()))
        problems.add('entry-twice', word.place, word.value, say('各一次', 'each once'));
      else list.push(word.value);
      given.add(word.value.toLowerCase());
    }
  }
  return expressions;
}

/** Whether a text is digits or a Chinese numeral that means a number: 十四 does, 十四五 names a plan. */
function isNumeral(text: string): boolean {
  return (
    /^[\p{N}.,%\s]+$/u.test(text) ||
    /^(?:[一二两三四五六七八九]?[十百千万亿])+[一二三四五六七八九]?$|^[〇零一二两三四五六七八九]$/.test(text)
  );
}

export function readTruth(problems: Problems, node: Node | undefined): boolean | undefined {
  const word = readWord(problems, node);
  const truth =
    word && readChoice(problems, 'unknown-word', word.value, word.place, ['true', 'false'] as const);
  return truth === undefined ? undefined : truth === 'true';
}
