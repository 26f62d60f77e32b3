/**
 * Writes translation records, which `translations.ts` reads: the hash of each original, after a person has brought its
 * translation up to date. Takes bytes, returns the new text; the calling script reads and saves.
 */
import { StoryFolder, translationsPath } from './folder.js';
import { nearest } from './nearest.js';
import { Problems } from './problems.js';
import { readEditions } from './story-note.js';
import { textsOf } from './text-paths.js';
import { argumentOf, fingerprint, readRecord } from './translations.js';
import type { EditionCode, Problem, StoryFiles } from './types.js';

export interface Recorded {
  /** Path of the record, relative to the story's folder. */
  readonly path: string;
  readonly text: string;
  /** One line per entry that is new, changed or removed, for the terminal. */
  readonly changes: readonly string[];
}

export type Recording =
  | { readonly ok: true; readonly recorded: Recorded }
  | { readonly ok: false; readonly refused: string; readonly problems: readonly Problem[] };

const opening =
  '# 每条译文依据的是哪一版原文（原文的哈希）。由 npm run translated 写成，不要手改。\n' +
  '# Which original each translation was made from (a hash of it). Written by `npm run translated`; not by hand.\n';

/** @param chosen sections to record, by id; all if empty. Entries of other files stay, except those whose text no longer exists */
export function recordTranslations(
  files: StoryFiles,
  known: readonly EditionCode[],
  edition: EditionCode,
  chosen: readonly string[],
): Recording {
  const problems = new Problems();
  const folder = new StoryFolder(files, problems);
  const words = folder.words();
  const { declared } = readEditions(problems, folder.yaml('story/story.yaml'), known);
  const [original] = declared;
  const refuse = (refused: string): Recording => ({ ok: false, refused, problems: problems.all });
  const records = folder.translations().filter((file) => file.edition === edition);
  const broken = [...words, ...records].filter(({ node }) => node === undefined).map(({ path }) => path);
  if (broken.length > 0) return refuse(`cannot be read: ${broken.join(', ')}`);
  const translations = known.filter((code) => code !== original);
  if (!translations.includes(edition))
    return refuse(`no translation "${edition}"; one of ${translations.join(', ')}`);
  const names = words.map(({ path }) => argumentOf(path));
  for (const name of chosen) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    return refuse(`no section "${name}"${near === undefined ? '' : `; nearest: ${near}`}`);
  }

  const before = readRecord(problems, records[0]?.node);
  const changes: string[] = [];
  const lines: string[] = [];
  const nodes = new Map(words.map((file) => [file.path, file.node]));
  for (const path of [...new Set([...nodes.keys(), ...before.keys()])].sort()) {
    const old = before.get(path);
    const node = nodes.get(path);
    const wanted = chosen.length === 0 || chosen.includes(argumentOf(path));
    const now = new Map<string, string>();
    for (const { path: text, texts } of node ? textsOf(node, known) : []) {
      const source = texts.get(original);
      const recorded = old?.get(text)?.hash;
      if (!source || !texts.has(edition)) continue;
      const hash = wanted ? fingerprint(source) : recorded;
      if (hash !== undefined) now.set(text, hash);
      if (hash !== recorded)
        changes.push(`${recorded === undefined ? 'new' : 'brought up to date'}: ${path} ${text}`);
    }
    for (const text of old?.keys() ?? []) if (!now.has(text)) changes.push(`gone: ${path} ${text}`);
    if (now.size > 0) lines.push(`${path}:`, ...[...now].map(([text, hash]) => `  ${text}: ${hash}`).sort());
  }
  const text = opening + lines.map((line) => `${line}\n`).join('');
  return { ok: true, recorded: { path: translationsPath(edition), text, changes } };
}
