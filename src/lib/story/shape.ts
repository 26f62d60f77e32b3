/**
 * Turns YAML nodes into values: maps with known keys, lists, words, numbers, choices. Each reader reports a wrong shape at its
 * position and returns undefined. Knows shapes, not content.
 */
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { oneOf, say, type Place } from './problems.js';
import type { Rule } from './rules.js';
import { describe, forbiddenNames, type Entry, type MapNode, type Node, type TextNode } from './yaml.js';

export interface Fields<Key extends string> {
  readonly place: Place;
  get(key: Key): Node | undefined;
  /** Keys other than the known ones, if `open` allows them. */
  readonly others: readonly Entry[];
}

interface Keys<Key extends string> {
  readonly required: readonly Key[];
  readonly optional?: readonly Key[];
  /** Whether unknown keys are returned in `others` instead of reported. */
  readonly open?: boolean;
}

export function readFields<Key extends string>(
  problems: Problems,
  node: Node | undefined,
  keys: Keys<Key>,
): Fields<Key> | undefined {
  const map = readMap(problems, node);
  if (!map) return undefined;
  const known: readonly string[] = [...keys.required, ...(keys.optional ?? [])];
  const found = new Map<string, Node>();
  const others: Entry[] = [];
  for (const entry of map.entries) {
    if (known.includes(entry.key)) found.set(entry.key, entry.value);
    else if (keys.open) others.push(entry);
    else problems.add('unknown-key', entry.keyPlace, entry.key, oneOf(known), nearest(entry.key, known));
  }
  for (const key of keys.required) {
    if (!found.has(key))
      problems.add(
        'missing-key',
        map.place,
        [...found.keys()].join(', '),
        say(`键「${key}」`, `the key "${key}"`),
      );
  }
  return { place: map.place, get: (key) => found.get(key), others };
}

export function readMap(problems: Problems, node: Node | undefined): MapNode | undefined {
  if (node === undefined || node.type === 'map') return node;
  problems.add(
    'wrong-shape',
    node.place,
    describe(node),
    say('「键: 值」的结构', 'a map of keys and values'),
  );
  return undefined;
}

/** A map's entries. Anything but a map is reported and read as empty. */
export const readEntries = (problems: Problems, node: Node | undefined): readonly Entry[] =>
  readMap(problems, node)?.entries ?? [];

/** A list's items. Anything but a list is reported and read as empty. */
export function readList(problems: Problems, node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  if (node.type === 'list') return node.items;
  problems.add('wrong-shape', node.place, describe(node), say('列表', 'a list'));
  return [];
}

/** Reads a text of one line that is not empty. */
export function readWord(problems: Problems, node: Node | undefined): TextNode | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'text' && node.value.trim() !== '') return node;
  problems.add('wrong-shape', node.place, describe(node), say('一个词', 'a word'));
  return undefined;
}

const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Words that no number may have as its id, because they mean something in lists (`all`) and in double brackets. */
const reservedIds: ReadonlySet<string> = new Set(['see', 'term', 'all']);

/** A name that no section may have, because another page uses the address (`embed/brief/`). */
export const briefName = 'brief';

export const isSectionId = (text: string): boolean => isId(text) && text !== briefName;

export const isId = (text: string): boolean =>
  text.length <= 64 && idPattern.test(text) && !forbiddenNames.has(text);

export function checkId(problems: Problems, id: string, place: Place, ofNumber = false): boolean {
  if (isId(id) && !(ofNumber && reservedIds.has(id))) return true;
  const rule: Rule = forbiddenNames.has(id) || isId(id) ? 'forbidden-key' : 'bad-id';
  problems.add(
    rule,
    place,
    id,
    rule === 'forbidden-key'
      ? say('别的名字', 'another name')
      : say(
          '小写字母、数字和短横，字母开头',
          'lower-case letters, digits and hyphens, starting with a letter',
        ),
  );
  return false;
}

export function readId(problems: Problems, node: Node | undefined, ofNumber = false): TextNode | undefined {
  const word = readWord(problems, node);
  return word && checkId(problems, word.value, word.place, ofNumber) ? word : undefined;
}

export function readInteger(
  problems: Problems,
  node: Node | undefined,
  least: number,
  most: number,
): number | undefined {
  const word = readWord(problems, node);
  if (!word) return undefined;
  const value = parseInteger(word.value);
  if (value !== undefined && value >= least && value <= most) return value;
  problems.add(
    'bad-number',
    word.place,
    word.value,
    say(`${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`),
  );
  return undefined;
}

export const parseInteger = (text: string): number | undefined =>
  /^(?:0|[1-9][0-9]{0,8})$/.test(text) ? Number(text) : undefined;

/** Reads one of a few words; returns it typed, or reports what was found. */
export function readChoice<Word extends string>(
  problems: Problems,
  rule: Rule,
  text: string,
  place: Place,
  words: readonly Word[],
): Word | undefined {
  const found = words.find((word) => word === text);
  if (found === undefined) problems.add(rule, place, text, oneOf(words), nearest(text, words));
  return found;
}

/** Reads a half-open range `[start, end]` that lies inside a text of this length. */
export function readSpan(
  problems: Problems,
  node: Node | undefined,
  length: number,
): { start: number; end: number } | undefined {
  if (node === undefined) return undefined;
  const [first, second, ...more] = readList(problems, node);
  if (first === undefined || second === undefined || more.length > 0) {
    if (node.type === 'list') problems.add('bad-span', node.place, '[…]', say('[起, 止]', '[start, end]'));
    return undefined;
  }
  const start = readInteger(problems, first, 0, length);
  const end = readInteger(problems, second, 0, length);
  if (start === undefined || end === undefined) return undefined;
  if (start < end) return { start, end };
  problems.add('bad-span', node.place, `[${start}, ${end}]`, say('起小于止', 'a start before the end'));
  return undefined;
}
