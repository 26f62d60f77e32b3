/** Assigns problems to the fields of their texts, by comparing positions in the file. Pure. */
import { isScalar } from 'yaml';
import type { EditionCode, Problem } from '../../../story/types.js';
import { openFile } from '../../files/file-access.js';
import type { Files } from '../../files/index.js';

export interface FieldProblems {
  readonly of: (path: string, language: EditionCode) => readonly Problem[];
  /** Problems outside of all fields' texts. */
  readonly others: readonly Problem[];
}

const key = (path: string, language: EditionCode) => `${path} ${language}`;

export function problemsByField(files: Files, file: string, problems: readonly Problem[]): FieldProblems {
  const own = problems.filter((problem) => problem.file === file);
  const read = own.length > 0 ? openFile(files, file) : undefined;
  if (!read?.ok) return { of: () => [], others: own };
  const { text, textMaps } = read.source;
  const fields = textMaps.flatMap(({ path, map, texts }) =>
    map.items.flatMap((pair) => {
      const { key: name, value } = pair;
      if (!isScalar(name) || !isScalar(value) || !name.range || !value.range) return [];
      if (!texts.has(String(name.value))) return [];
      return [{ name: key(path, String(name.value)), start: name.range[0], end: value.range[2] }];
    }),
  );
  const starts = lineStarts(text);
  const found = new Map<string, Problem[]>();
  const others: Problem[] = [];
  for (const problem of own) {
    const lineStart = starts[problem.line - 1];
    // The problem may come from an older version of the file that had more lines.
    const offset = lineStart === undefined ? -1 : lineStart + problem.column - 1;
    const field = fields.find(({ start, end }) => start <= offset && offset <= end);
    if (field) found.set(field.name, [...(found.get(field.name) ?? []), problem]);
    else others.push(problem);
  }
  return { of: (path, language) => found.get(key(path, language)) ?? [], others };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
