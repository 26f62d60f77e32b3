/**
 * A YAML file with the offsets of everything in it, as it stands on disk: byte order mark and CRLF included. Where the
 * checks read values (`story/yaml.ts`), this reads places to cut. Knows no key of the story.
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

/** A map in which texts stand side by side by language. */
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

/** The last few files parsed: an edit usually follows another in the same file. */
const recent = new Map<string, SourceRead>();

/** @param editions keys that hold texts */
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
    // Only absurd nesting gets here.
    return problem('not-readable', path, path);
  }
  const [error] = document.errors;
  const root: unknown = document.contents;
  if (error) return problem('not-readable', path, error.code, lineAndColumn(text, error.pos[0]));
  if (!isMap(root)) return problem('not-readable', path, text.slice(0, 20));
  return { ok: true, source: { text, root, textMaps: textMapsOf(root, editions) } };
}

/** The same paths as the checks' `textsOf`, with texts that are still empty. */
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

/** The value of a key, where it is a plain value. */
export function wordOf(map: YAMLMap, key: string): string | undefined {
  const value: unknown = pairOf(map, key)?.value;
  return isScalar(value) ? String(value.value ?? '') : undefined;
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/** Where a node of a file begins, as an offset into its text. A node that was parsed always has a place. */
export const startOf = ({ range }: { readonly range?: Range | null | undefined }): number =>
  defined(range, 'place of a node')[0];

/** A text as fields show it: `|` adds a line end that nobody wrote. */
export const shownText = (value: unknown): string => String(value ?? '').replace(/\n$/, '');
