/**
 * Replaces one text of a file without changing any other byte. Keeps the text's YAML style if that can hold the new words. Before
 * the result is returned, the checks' own reader must read it back correctly.
 */
import { isScalar, type Scalar } from 'yaml';
import { defined } from '../../invariants/defined.js';
import { Problems, say } from '../../story/problems.js';
import { sourceFile } from '../../story/source-file.js';
import type { EditionCode } from '../../story/types.js';
import { readYaml, type Node } from '../../story/yaml.js';
import { newlineOf } from './lines.js';
import { lineAndColumn, problem } from './problem.js';
import { shownText, startOf, type Source, type TextMap } from './source.js';
import type { EditProblem } from './types.js';
import { blockBody, hasHalfCharacter, keptText, written, type Style } from './writing.js';

export type TextEdited =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: EditProblem };

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

const allStyles: readonly Style[] = ['plain', 'double', 'single', 'block'];

/** Replaces an existing text, or adds a language to it. */
export function replaceText(
  path: string,
  source: Source,
  found: TextMap,
  language: EditionCode,
  typed: string,
): TextEdited {
  const scalar = found.texts.get(language);
  const wanted = keptText(typed);
  const place = lineAndColumn(source.text, startOf(scalar ?? found.map));
  if (hasHalfCharacter(wanted)) {
    const message = say('有半个字符，存不下来', 'half a character cannot be kept');
    return problem('text-not-kept', path, '\\u{fffd}', place, message);
  }
  if (scalar && shownText(scalar.value) === wanted) return { ok: true, text: source.text };
  for (const splice of scalar
    ? replacements(source, found, scalar, wanted)
    : additions(source, found, language, wanted)) {
    const text = source.text.slice(0, splice.start) + splice.put + source.text.slice(splice.end);
    const from = scalar && lineStart(source.text, startOf(scalar));
    if (readsAsMeant(path, source.text, text, splice, wanted, from)) return { ok: true, text };
  }
  const lines = wanted.includes('\n') && found.map.flow === true;
  return problem(
    'text-not-kept',
    path,
    wanted.slice(0, 40),
    place,
    lines
      ? say('这里只能写一行', 'one line only can stand here')
      : say('这样的文字这里写不下：去掉制表符', 'this place cannot hold such a text: take tabs away'),
  );
}

/** Possible replacements of a text, the one closest to its present style first. */
function replacements(source: Source, found: TextMap, scalar: Scalar, wanted: string): readonly Splice[] {
  const { text } = source;
  const [start, valueEnd] = defined(scalar.range, 'place of a text');
  const newline = newlineOf(text);
  const style = styleOf(scalar);
  const raw = text.slice(start, valueEnd);
  const indent = indentOf(text, found, style === 'block' ? raw : '');
  // Blank lines after a `|` text don't belong to it.
  const below = new RegExp(`(?:\\r?\\n {0,${indent}})*$`);
  const end = style === 'block' ? start + raw.replace(below, '').length : valueEnd;
  const at = { inBraces: found.map.flow === true, indent, newline };
  const splices: Splice[] = [];
  const header = /^[^\n]*\n/.exec(raw)?.[0];
  if (style === 'block' && header !== undefined) {
    const body = blockBody(wanted, indent, newline);
    if (body !== undefined)
      splices.push({ start: start + header.length, end: Math.max(end, start + header.length), put: body });
  }
  // An empty value begins directly after the colon, without a space.
  const space = start === end && text[start - 1] === ':' ? ' ' : '';
  const first = wanted.includes('\n') ? 'block' : style;
  for (const next of [first, ...allStyles.filter((other) => other !== first)]) {
    const put = written(wanted, next, at);
    if (put === undefined) continue;
    // Spaces after a value would become part of a `|` text.
    const behind = next === 'block' ? (/^ *(?=\r?\n|$)/.exec(text.slice(end))?.[0].length ?? 0) : 0;
    splices.push({ start, end: end + behind, put: space + put });
  }
  return splices;
}

/** Possible ways to add a language, after the last one that the text has. */
function additions(source: Source, found: TextMap, language: EditionCode, wanted: string): readonly Splice[] {
  const { text } = source;
  const newline = newlineOf(text);
  const neighbour = [...found.texts.values()].at(-1);
  if (!neighbour?.range) return [];
  const inBraces = found.map.flow === true;
  const indent = indentOf(text, found, '');
  const at = { inBraces, indent, newline };
  const style = styleOf(neighbour);
  const first = wanted.includes('\n') ? 'block' : style;
  const puts = [first, ...allStyles.filter((other) => other !== first)].flatMap(
    (next) => written(wanted, next, at) ?? [],
  );
  if (inBraces) {
    const [, end] = neighbour.range;
    return puts.map((put) => ({ start: end, end, put: `, ${language}: ${put}` }));
  }
  const [start, valueEnd] = neighbour.range;
  const own = start + text.slice(start, valueEnd).trimEnd().length;
  const lineEnd = text.indexOf('\n', own);
  const pad = ' '.repeat(keyColumn(text, found));
  return puts.map((put) => {
    const line = `${pad}${language}: ${put}${newline}`;
    return lineEnd < 0
      ? { start: text.length, end: text.length, put: newline + line }
      : { start: lineEnd + 1, end: lineEnd + 1, put: line };
  });
}

function styleOf(scalar: Scalar): Style {
  switch (scalar.type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return 'block';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    default:
      return 'plain';
  }
}

/** Indentation of the lines of a `|` text: the present one, otherwise two more than the key's. */
function indentOf(text: string, found: TextMap, raw: string): number {
  const own = /\n( +)[^ \r\n]/.exec(raw.replace(/^([^\n]*)\n(?: *\r?\n)*/, '$1\n'))?.[1];
  return own?.length ?? keyColumn(text, found) + 2;
}

/** Column (from 0) of a map's keys. */
function keyColumn(text: string, found: TextMap): number {
  const [pair] = found.map.items;
  const key: unknown = pair?.key;
  const offset = isScalar(key) ? startOf(key) : 0;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return offset - start - (text.startsWith('\uFEFF') && start === 0 ? 1 : 0);
}

/**
 * Whether the checks' reader finds exactly the wanted text in the new file, all other texts unchanged, and no new problems. Reads
 * only the lines concerned, or the whole file if they are not valid YAML alone.
 *
 * @param from offset of the line on which the replaced value begins; undefined if a language is added
 */
function readsAsMeant(
  path: string,
  before: string,
  after: string,
  { start, end, put }: Splice,
  wanted: string,
  from: number | undefined,
): boolean {
  const isNew = from === undefined;
  if (from !== undefined) {
    const was = leavesOf(path, before.slice(from, lineEndAfter(before, end)));
    if (was.leaves && was.problems === 0) {
      const is = leavesOf(path, after.slice(from, lineEndAfter(after, start + put.length)));
      return (
        is.problems === 0 && is.leaves !== undefined && differAsMeant(was.leaves, is.leaves, wanted, false)
      );
    }
  }
  const was = leavesOf(path, before);
  const is = leavesOf(path, after);
  // Problems that the file had before are not this edit's fault.
  if (is.problems > was.problems) return false;
  return !was.leaves || (is.leaves !== undefined && differAsMeant(was.leaves, is.leaves, wanted, isNew));
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function lineEndAfter(text: string, offset: number): number {
  const at = text.indexOf('\n', Math.max(offset - 1, 0));
  return at < 0 ? text.length : at + 1;
}

function differAsMeant(
  was: readonly string[],
  is: readonly string[],
  wanted: string,
  isNew: boolean,
): boolean {
  if (is.length !== was.length + (isNew ? 1 : 0)) return false;
  let i = 0;
  while (i < was.length && was[i] === is[i]) i += 1;
  const rest = was.slice(isNew ? i : i + 1);
  return is[i]?.replace(/^[^\t]*\t/, '') === wanted && rest.every((leaf, j) => leaf === is[i + 1 + j]);
}

/** Every plain value with its key, in order: `zh\t…`. */
function leavesOf(path: string, text: string): { leaves: readonly string[] | undefined; problems: number } {
  const problems = new Problems();
  const root = readYaml(sourceFile(path, text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')), problems);
  const leaves: string[] = [];
  const visit = (node: Node, key: string): void => {
    if (node.type === 'text') leaves.push(`${key}\t${shownText(node.value)}`);
    else if (node.type === 'list') node.items.forEach((item, i) => visit(item, `${i}`));
    else for (const entry of node.entries) visit(entry.value, entry.key);
  };
  if (root) visit(root, '');
  return { leaves: root && leaves, problems: problems.all.length };
}
