/** Files looked up by what they are: the typed problem when one is missing or cannot be read. */
import { languages } from '../../format/index.js';
import { isId } from '../../story/shape.js';
import type { EditionCode } from '../../story/types.js';
import { problem } from './problem.js';
import { readSourceOf, shownText, type Source, type SourceRead } from './source.js';
import type { EditProblem, Files, TextEntry } from './types.js';

/** Languages in which texts may stand, whether the story declares them or not. */
export const editions: readonly EditionCode[] = [...languages.keys()];

/** The file of what belongs to no section: the story's name, its brief. */
export const storyPath = 'story/story.yaml';

export const sectionPath = (id: string): string => `story/sections/${id}.yaml`;

/** The id of the section that a file holds; nothing for other files. */
export const sectionOf = (path: string): string | undefined =>
  /^story\/sections\/([^/]+)\.yaml$/.exec(path)?.[1];

export const textAt = (files: Files, path: string): string | undefined =>
  Object.hasOwn(files, path) ? files[path] : undefined;

export function openFile(files: Files, path: string): SourceRead {
  const text = textAt(files, path);
  return text === undefined ? problem('no-file', path, path) : readSourceOf(path, text, editions);
}

/** A section's file. */
export function openSection(files: Files, id: string): SourceRead {
  const path = sectionPath(id);
  return textAt(files, path) === undefined ? problem('unknown-section', path, id) : openFile(files, path);
}

/** A name for something new: well formed and not in use. */
export function checkNewId(
  path: string,
  id: string,
  taken: boolean,
  wellFormed: (id: string) => boolean = isId,
): { readonly ok: false; readonly problem: EditProblem } | undefined {
  if (!wellFormed(id)) return problem('bad-id', path, id);
  return taken ? problem('taken', path, id) : undefined;
}

/** Every text of a file, in the file's order. */
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
