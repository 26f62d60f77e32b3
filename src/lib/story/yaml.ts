/**
 * Reads a strict subset of YAML into a small tree in which every node knows its position in the file. All scalars are text; the
 * caller decides whether `no` is a word or a boolean. Knows none of the story's keys.
 */
import { firstLine } from './first-line.js';
import { Composer, CST, isMap, isScalar, isSeq, Lexer, Parser, type Document } from 'yaml';
import type { Problems } from './problems.js';
import { say, type Place } from './problems.js';
import type { Rule } from './rules.js';
import type { SourceFile } from './source-file.js';
import { yamlErrors } from './yaml-errors.js';
import { checkSlips } from './yaml-slips.js';

export interface TextNode {
  readonly type: 'text';
  readonly value: string;
  readonly place: Place;
  /** Position in the file of the character at `index` of `value`. */
  placeAt(index: number): Place;
}
export interface ListNode {
  readonly type: 'list';
  readonly items: readonly Node[];
  readonly place: Place;
}
export interface MapNode {
  readonly type: 'map';
  readonly entries: readonly Entry[];
  readonly place: Place;
}
export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Node;
}
export type Node = TextNode | ListNode | MapNode;

/** Keys that JavaScript's own objects use. */
export const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Undefined if the file is not valid YAML, which is then reported. */
export function readYaml(source: SourceFile, problems: Problems): Node | undefined {
  if (checkSlips(source, problems)) return undefined;
  const tokens = [...new Lexer().lex(source.text)];
  if (!checkProfile(tokens, source, problems)) return undefined;
  let document: Document.Parsed | undefined;
  try {
    const options = { schema: 'failsafe', strict: true, uniqueKeys: false } as const;
    [document] = [...new Composer(options).compose(parseTokens(tokens), true, source.text.length)];
  } catch {
    // The parser throws only at extremely deep nesting.
    const expected = say('不嵌套这么深的结构', 'a structure that is not nested so deeply');
    problems.add('yaml-syntax', source.placeAt(0), source.path, expected);
    return undefined;
  }
  if (!document) return undefined;
  for (const error of firstErrors(document.errors, source)) {
    const [start, end] = error.pos;
    const found = firstLine(source.text.slice(start, Math.max(end, start + 1)));
    const expected = yamlErrors[error.code] ?? say('合法的 YAML', 'valid YAML');
    problems.add('yaml-syntax', source.placeAt(start), found, expected);
  }
  if (document.errors.length > 0) return undefined;
  return convert(document.contents, 0, source, problems);
}

/** The first errors, at most three and one per line, since one mistake usually causes several. */
function firstErrors<Found extends { readonly pos: readonly [number, number] }>(
  errors: readonly Found[],
  source: SourceFile,
): readonly Found[] {
  const lines = new Set<number>();
  return errors.filter(({ pos }) => {
    const { line } = source.placeAt(pos[0]);
    if (lines.has(line) || lines.size >= 3) return false;
    lines.add(line);
    return true;
  });
}

function* parseTokens(tokens: readonly string[]): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const token of tokens) yield* parser.next(token);
  yield* parser.end();
}

/** Reports everything that YAML allows but the strict subset does not, token by token. */
function checkProfile(tokens: readonly string[], source: SourceFile, problems: Problems): boolean {
  let sound = true;
  let at = 0;
  let depth = 0;
  let lineText = '';
  const refuse = (rule: Rule, found: string, zh: string, en: string): void => {
    sound = false;
    problems.add(rule, source.placeAt(at), found, say(zh, en));
  };
  for (const token of tokens) {
    // Markers that the lexer inserts; they are not characters of the text.
    if (token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR) continue;
    const type = CST.tokenType(token);
    switch (type) {
      case 'anchor':
        refuse('yaml-anchor', token, '普通的值', 'a plain value');
        break;
      case 'alias':
        refuse('yaml-alias', token, '把值写全，或加引号', 'the value itself, or quotation marks');
        break;
      case 'tag':
        refuse('yaml-tag', token, '普通的值', 'a plain value');
        break;
      case 'directive-line':
      case 'doc-start':
      case 'doc-end':
        refuse('yaml-document', token, '没有这一行', 'no such line');
        break;
      case 'block-scalar-header':
        if (token.startsWith('>')) refuse('yaml-folded', token, '| 开头的多行文字', 'a text opened with |');
        else if (token !== '|' && token !== '|-') refuse('yaml-block-header', token, '| 或 |-', '| or |-');
        break;
      case 'flow-map-start':
      case 'flow-seq-start':
        depth += 1;
        if (depth > 16) {
          refuse('yaml-syntax', token, '不嵌套这么深的结构', 'a structure that is not nested so deeply');
          return false;
        }
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        depth -= 1;
        break;
      case 'comment':
        if (isText(lineText))
          refuse(
            'yaml-comment-on-text',
            token,
            '注释另起一行，或给文字加引号',
            'the comment on a line of its own, or the text in quotation marks',
          );
        break;
      default:
        break;
    }
    at += token.length;
    lineText = token.includes('\n') ? '' : lineText + token;
  }
  return sound;
}

/** Whether a line contains words for readers and not only ids, numbers and keys. Keys of two letters are edition codes. */
const isText = (line: string): boolean =>
  /[^\x20-\x7e]|\b(?!(?:as|by|id|in|of|op|to):)[a-z]{2}: *\S/.test(line);

function convert(node: unknown, after: number, source: SourceFile, problems: Problems): Node {
  if (isMap(node)) {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    const place = source.placeAt(node.range?.[0] ?? after);
    for (const pair of node.items) {
      const keyNode: unknown = pair.key;
      if (!isScalar(keyNode)) {
        problems.add('wrong-shape', place, '?', say('键是一个词', 'a key that is one word'));
        continue;
      }
      const key = String(keyNode.value ?? '');
      const keyPlace = source.placeAt(keyNode.range?.[0] ?? after);
      if (key === '<<') problems.add('yaml-merge', keyPlace, key, say('把键写全', 'the keys themselves'));
      else if (forbiddenNames.has(key))
        problems.add('forbidden-key', keyPlace, key, say('别的名字', 'another name'));
      else if (seen.has(key))
        problems.add('yaml-duplicate-key', keyPlace, key, say('每个键一次', 'each key once'));
      else
        entries.push({
          key,
          keyPlace,
          value: convert(pair.value, keyNode.range?.[1] ?? after, source, problems),
        });
      seen.add(key);
    }
    return { type: 'map', entries, place };
  }
  if (isSeq(node)) {
    const start = node.range?.[0] ?? after;
    const items = node.items.map((item) => convert(item, start, source, problems));
    return { type: 'list', items, place: source.placeAt(start) };
  }
  if (isScalar(node))
    return convertText(
      String(node.value ?? ''),
      node.type,
      node.range?.[0] ?? after,
      node.range?.[1] ?? after,
      source,
      problems,
    );
  return { type: 'text', value: '', place: source.placeAt(after), placeAt: () => source.placeAt(after) };
}

function convertText(
  value: string,
  style: string | undefined,
  start: number,
  end: number,
  source: SourceFile,
  problems: Problems,
): TextNode {
  const place = source.placeAt(start);
  const raw = source.text.slice(start, end);
  if (style === 'BLOCK_LITERAL')
    return { type: 'text', value, place, placeAt: blockPlaces(value, start, source) };
  if (raw.includes('\n')) {
    problems.add(
      'yaml-folded',
      place,
      firstLine(raw),
      say('写在一行里，或用 | 开头', 'one line, or a text opened with |'),
    );
  }
  const quoted = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE';
  // In single quotes, a backslash is an ordinary character.
  if (style === 'QUOTE_DOUBLE' && raw.includes('\\')) {
    problems.add(
      'yaml-syntax',
      source.placeAt(start + raw.indexOf('\\')),
      '\\',
      say('引号里不用反斜线', 'no backslash in a quoted text'),
    );
  }
  if (!quoted) return { type: 'text', value, place, placeAt: (index) => source.placeAt(start + index) };
  // A doubled '' stands for one ' in a single-quoted text.
  const offsets: number[] = [];
  for (let at = 1; at < raw.length; at += 1) {
    offsets.push(start + at);
    if (style === 'QUOTE_SINGLE' && raw[at] === "'" && raw[at + 1] === "'") at += 1;
  }
  return { type: 'text', value, place, placeAt: (index) => source.placeAt(offsets[index] ?? end) };
}

/** Positions in a `|` text: each line of the value is a line of the file without its indentation. */
function blockPlaces(value: string, start: number, source: SourceFile): (index: number) => Place {
  const bodyStart = source.text.indexOf('\n', start) + 1;
  const indent = source.text
    .slice(bodyStart)
    .replace(/^(?: *\n)*/, '')
    .search(/[^ ]|$/);
  const first = source.placeAt(bodyStart);
  return (index) => {
    const before = value.slice(0, index);
    const line = first.line + before.split('\n').length - 1;
    return { file: source.path, line, column: indent + before.length - before.lastIndexOf('\n') };
  };
}

/** Describes a value in words, for a message about a wrong shape. */
export function describe(node: Node): string {
  return node.type === 'text' ? node.value : node.type === 'list' ? '[…]' : '{…}';
}
