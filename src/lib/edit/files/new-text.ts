/** Replaces existing texts, one or several in any files. A text is identified by its path (`steps.start`). */
import type { EditionCode } from '../../story/types.js';
import { editions, openFile, textAt } from './file-access.js';
import { problem } from './problem.js';
import { replaceText } from './text.js';
import type { Edited, Files } from './types.js';

export interface NewText {
  /** Path relative to the story's folder: `story/sections/fire.yaml`. */
  readonly file: string;
  /** Path within the file, see `story/text-paths.ts`: `steps.start`. */
  readonly path: string;
  readonly language: EditionCode;
  readonly text: string;
}

export function setText(files: Files, { file, path, language, text }: NewText): Edited {
  const read = openFile(files, file);
  if (!read.ok) return read;
  const found = read.source.textMaps.find((map) => map.path === path);
  if (!found) return problem('unknown-text', file, path);
  if (!editions.includes(language)) return problem('unknown-language', file, language);
  const edited = replaceText(file, read.source, found, language, text);
  if (!edited.ok) return edited;
  return edited.text === textAt(files, file)
    ? { ok: true, files }
    : { ok: true, files: { ...files, [file]: edited.text } };
}

/** Replaces all of the texts, or none if there is a problem. */
export function replaceAll(files: Files, texts: readonly NewText[]): Edited {
  let edited: Edited = { ok: true, files };
  for (const text of texts) if (edited.ok) edited = setText(edited.files, text);
  return edited;
}
