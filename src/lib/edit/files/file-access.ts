/** Looks up files by their role. If one is missing or cannot be read, returns a typed problem. */
import { languages } from '../../format/index.js';
import { isId } from '../../story/shape.js';
import type { EditionCode } from '../../story/types.js';
import { problem } from './problem.js';
import { readSourceOf, shownText, type Source, type SourceRead } from './source.js';
import type { EditProblem, Files, TextEntry } from './types.js';

/** Every language in which texts may be written, whether the story declares it or not. */
export const editions: readonly EditionCode[] = [...languages.keys()];

/** Path of the file for texts outside of sections: the story's title, its brief. */
export const storyPath = 'story/story.yaml';

export const sectionPath = (id: string): string => `story/sections/${id}.yaml`;

/** Id of a section from its file's path; undefined for other files. */
export const sectionOf = (path: string): string | undefined =>
  /^story\/sections\/([^/]+)\.yaml$/.exec(path)?.[1];

export const textAt = (files: Files, path: string): string | undefined =>
  Object.hasOwn(files, path) ? files[path] : undefined;

export function openFile(files: Files, path: string): SourceRead {
  const text = textAt(files, path);
  return text === undefined ? problem('no-file', path, path) : readSourceOf(path, text, editions);
}

/** Opens a section's file. */
export function openSection(files: Files, id: string): SourceRead {
  const path = sectionPath(id);
  return textAt(files, path) === undefined ? problem('unknown-section', path, id) : openFile(files, path);
}

/** Checks the id of something new: it must be well formed and unused. Returns a problem, or undefined if the id is valid. */
export function checkNewId(
  path: string,
  id: string,
  taken: boolean,
  wellFormed: (id: string) => boolean = isId,
): { readonly ok: false; readonly problem: EditProblem } | undefined {
  if (!wellFormed(id)) return problem('bad-id', path, id);
  return taken ? problem('taken', path, id) : undefined;
}

/** All texts of a file, in the file's order. */
export function entriesOf(source: Source): readonly TextEntry[] {
  return source.textMaps.map(({ path, texts }) => ({
    path,
    texts: Object.fromEntries([...texts].map(([edition, { value }]) => [edition, shownText(value)])),
  }));
}

/** The languages that the story declares, the original first. */
export function declaredEditions(files: Files): readonly EditionCode[] {
  const read = openFile(files, storyPath);
  const list: unknown = read.ok ? read.source.root.toJSON()['editions'] : undefined;
  const declared = Array.isArray(list) ? editions.filter((edition) => list.includes(edition)) : [];
  const order = Array.isArray(list) ? list.map(String) : [];
  return declared.length > 0
    ? declared.sort((a, b) => order.indexOf(a) - order.indexOf(b))
    : editions.slice(0, 1);
}
