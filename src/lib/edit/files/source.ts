/**
 * Parses a YAML file with the offsets of everything in it, in the text as it is on disk, byte order mark and CRLF included. The
 * checks' reader (`story/yaml.ts`) reads values; this one finds places to cut. Knows none of the story's keys.
 */
import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Pair,
  type Range,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { defined } from '../../invariants/defined.js';
import { nameOf, joinPath } from '../../story/text-paths.js';
import type { EditionCode } from '../../story/types.js';
import { lineAndColumn, problem } from './problem.js';
import type { EditProblem } from './types.js';

/** A map with one text per language. */
export interface TextMap {
  readonly path: string;
  readonly map: YAMLMap;
  readonly texts: ReadonlyMap<EditionCode, Scalar>;
}

export interface Source {
  readonly text: string;
  readonly root: YAMLMap;
  readonly textMaps: readonly TextMap[];
}
export type SourceRead =
  { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly problem: EditProblem };

/** Cache of the last parsed files: an edit usually follows another one in the same file. */
const recent = new Map<string, SourceRead>();

/** @param editions the keys that contain texts */
export function readSourceOf(path: string, text: string, editions: readonly EditionCode[]): SourceRead {
  const key = `${editions.join()} ${path}\n${text}`;
  const known = recent.get(key) ?? parse(path, text, editions);
  recent.delete(key);
  recent.set(key, known);
  const [oldest] = recent.keys();
  if (recent.size > 40 && oldest !== undefined) recent.delete(oldest);
  return known;
}

function parse(path: string, text: string, editions: readonly EditionCode[]): SourceRead {
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(text, { schema: 'failsafe', strict: true, uniqueKeys: false });
  } catch {
    // The parser throws only at extremely deep nesting.
    return problem('not-readable', path, path);
  }
  const [error] = document.errors;
  const root: unknown = document.contents;
  if (error) return problem('not-readable', path, error.code, lineAndColumn(text, error.pos[0]));
  if (!isMap(root)) return problem('not-readable', path, text.slice(0, 20));
  return { ok: true, source: { text, root, textMaps: textMapsOf(root, editions) } };
}

/** The texts with the same paths as in the checks' `textsOf`, including empty ones. */
function textMapsOf(root: YAMLMap, editions: readonly EditionCode[]): readonly TextMap[] {
  const found = new Map<string, TextMap>();
  const visit = (node: unknown, path: string): void => {
    if (isSeq(node)) {
      node.items.forEach((item, i) => visit(item, joinPath(path, itemName(item) ?? `${i + 1}`)));
    } else if (isMap(node)) {
      const texts = new Map<EditionCode, Scalar>();
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (!editions.includes(name)) visit(value, joinPath(path, name));
        else if (isScalar(value) && !texts.has(name)) texts.set(name, value);
      }
      if (texts.size > 0 && !found.has(path)) found.set(path, { path, map: node, texts });
    }
  };
  visit(root, '');
  return [...found.values()];
}

function itemName(item: unknown): string | undefined {
  return isMap(item) ? nameOf((key) => wordOf(item, key)) : undefined;
}

/** The value of a key; undefined unless it is a plain value. */
export function wordOf(map: YAMLMap, key: string): string | undefined {
  const value: unknown = pairOf(map, key)?.value;
  return isScalar(value) ? String(value.value ?? '') : undefined;
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/** Offset of a node in the file's text. Every parsed node has one. */
export const startOf = ({ range }: { readonly range?: Range | null | undefined }): number =>
  defined(range, 'place of a node')[0];

/** A text as the page's fields show it, without the final line end that YAML adds to a `|` text. */
export const shownText = (value: unknown): string => String(value ?? '').replace(/\n$/, '');
