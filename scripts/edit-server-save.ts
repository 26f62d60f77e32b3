/**
 * The part of the saving server that writes files: from a request's body to saved files, or a refusal. It runs synchronously from
 * reading the files to replacing them, so that two requests cannot interfere.
 */
import * as v from 'valibot';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Conflict, Hashes, SavedAnswer, SaveFile } from '../src/lib/edit/files/protocol.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { clearLeftovers, realFile, saveAll } from '../src/lib/server/unfinished-save.js';
import { isEditable } from '../src/lib/story/editable.js';
import { maxBytes, maxFiles } from '../src/lib/story/limits.js';
import type { Problem, StoryFiles } from '../src/lib/story/types.js';
import { entriesOf, text } from './edit-server-json.js';
import { refuse, tooLarge, type Refusal } from './edit-server-guards.js';

/** Returns all problems of a story. */
export type Check = (files: StoryFiles) => readonly Problem[];

export interface RefusedSave extends Refusal {
  readonly conflicts?: readonly Conflict[];
  readonly problems?: readonly Problem[];
}
export type Save =
  { readonly ok: true; readonly answer: SavedAnswer } | { readonly ok: false; readonly refusal: RefusedSave };

const no = (refusal: RefusedSave): Save => ({ ok: false, refusal });
export const misshapen = refuse(400, 'shape', '请求的结构不对', 'the request has the wrong shape');

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const hashesOf = (files: StoryFiles): Hashes =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, hashOf(bytes)]));

/** Saves the files of a request's body, or says why it does not. */
export function save(folder: string, body: string, check: Check): Save {
  const root = realpathSync(folder);
  const wanted = readRequest(body);
  if (!wanted) return no(misshapen);
  const bad = [...wanted.keys()].find((path) => !isEditable(path));
  if (bad !== undefined)
    return no(
      refuse(400, 'path', `不能保存「${bad.slice(0, 80)}」`, `"${bad.slice(0, 80)}" cannot be saved`),
    );
  try {
    for (const path of wanted.keys()) {
      if (!staysInside(root, path))
        return no(
          refuse(403, 'outside', `「${path}」在故事文件夹之外`, `"${path}" leads out of the story's folder`),
        );
    }
    if (!areDistinct(root, wanted.keys()))
      return no(refuse(403, 'outside', '两个名字指向同一个文件', 'two names lead to one file'));
    const bytes = new Map(
      [...wanted].map(([path, { text }]) => [path, text === null ? null : Buffer.from(text)]),
    );
    if (
      bytes.size > maxFiles ||
      [...bytes].some(([path, content]) => (content?.length ?? 0) > maxBytes(path))
    )
      return no(tooLarge);
    clearLeftovers(root);
    const present = readStoryFiles(root);
    // Before the checks: their findings about a story that others have changed meanwhile would not concern this editor.
    const conflicts = conflictsOf(present, wanted);
    if (conflicts.length > 0)
      return no({
        ...refuse(409, 'changed', '文件在别处改过了', 'the files have been changed elsewhere'),
        conflicts,
      });
    const next = new Map(present);
    for (const [path, content] of bytes) {
      if (content === null) next.delete(path);
      else next.set(path, new Uint8Array(content));
    }
    const problems = check(next);
    const worse = newProblems(check(present), problems);
    if (worse.length > 0)
      return no({
        ...refuse(422, 'problems', '有问题要先改好', 'there are problems to be mended'),
        problems: worse,
      });
    keepHistory(root, present, bytes);
    for (const path of bytes.keys()) mkdirSync(join(root, dirname(path)), { recursive: true });
    saveAll(root, bytes);
    const answer = { saved: [...bytes.keys()], hashes: hashesOf(readStoryFiles(root)), problems };
    return { ok: true, answer };
  } catch (error) {
    const why = error instanceof Error ? error.message.split(root).join('') : '';
    return no(refuse(500, 'disk', `存不下来：${why}`, `cannot be saved: ${why}`));
  }
}

/** Path → hash of the old text, and the new text. */
const saveRequest = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    files: entriesOf(
      v.string(),
      v.pipe(
        v.object({ base: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), text: v.nullable(text) }),
        v.check(({ base, text }) => base !== null || text !== null),
      ),
    ),
  }),
);

/** The files of a request; undefined if the body is not a save request. */
function readRequest(body: string): ReadonlyMap<string, SaveFile> | undefined {
  const { success, output } = v.safeParse(saveRequest, body);
  return success && output.files.length > 0 ? new Map(output.files) : undefined;
}

/**
 * Whether a path is a file of the story's folder, in exactly the folder that the path names. A link in place of the file may lead
 * to another file of the story; a link in place of a folder is refused.
 */
function staysInside(root: string, path: string): boolean {
  const parts = path.split('/');
  return parts.every((_, i) => {
    const at = parts.slice(0, i + 1).join('/');
    const stats = lstatSync(join(root, at), { throwIfNoEntry: false });
    if (stats === undefined) return true;
    if (i < parts.length - 1) return stats.isDirectory();
    return stats.isSymbolicLink() ? realFile(root, at) !== undefined : stats.isFile();
  });
}

/** Whether all paths are different files: two links to one file cannot both be saved. */
function areDistinct(root: string, paths: Iterable<string>): boolean {
  const places = [...paths].map((path) => realFile(root, path));
  return new Set(places).size === places.length;
}

function conflictsOf(present: StoryFiles, wanted: ReadonlyMap<string, SaveFile>): readonly Conflict[] {
  return [...wanted].flatMap(([path, { base, text }]): readonly Conflict[] => {
    const bytes = present.get(path);
    const theirHash = bytes ? hashOf(bytes) : null;
    if (theirHash === base) return [];
    return [{ path, theirs: bytes ? Buffer.from(bytes).toString('utf8') : null, theirHash, mine: text }];
  });
}

/** Problems that don't prevent saving: an outdated translation must not keep an editor's text from being saved. */
const unfinished: ReadonlySet<string> = new Set(['translation-older']);

/** The problems that this save would add to the story. */
function newProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const key = ({ rule, file, found, message }: Problem): string => `${rule} ${file} ${found} ${message.en}`;
  const known = new Set(before.map(key));
  return after.filter((problem) => !unfinished.has(problem.rule) && !known.has(key(problem)));
}

/** The greatest number of old versions kept of one file. */
export const keptVersions = 200;

/** Copies the files to be replaced into `history/` in the story's folder, which Git ignores, and deletes the oldest versions. */
function keepHistory(root: string, present: StoryFiles, changes: ReadonlyMap<string, unknown>): void {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  for (const path of changes.keys()) {
    const bytes = present.get(path);
    if (!bytes) continue;
    const folder = join(root, 'history', path.replace(/\.yaml$/, ''));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${stamp}-${hashOf(bytes).slice(0, 8)}.yaml`), bytes);
    // The names begin with the time. Only files that look like a version are deleted.
    const versions = readdirSync(folder).filter((name) =>
      /^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{8}\.yaml$/.test(name),
    );
    for (const name of versions.sort().slice(0, -keptVersions)) rmSync(join(folder, name), { force: true });
  }
}
