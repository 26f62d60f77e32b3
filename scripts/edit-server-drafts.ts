/**
 * Stores unsaved work on disk, in `.drafts/` of the story's folder: one file per run of the editing page, ignored by Git and by
 * everything that reads the story. It is found again whatever port the server has next time. Knows drafts, not HTTP.
 */
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Draft, DraftsRequest } from '../src/lib/edit/files/protocol.js';
import { writeDurably } from '../src/lib/server/unfinished-save.js';
import { isEditable } from '../src/lib/story/editable.js';
import { entriesOf, text } from './edit-server-json.js';

const folderName = '.drafts';
const name = /^([a-z0-9]{8,40})\.json$/;

const draftId = v.pipe(
  v.string(),
  v.check((id) => name.test(`${id}.json`)),
);
/** Path → text. */
const texts = v.pipe(
  entriesOf(v.pipe(v.string(), v.check(isEditable)), v.nullable(text)),
  v.transform((entries) => Object.fromEntries(entries)),
);
const draft = v.object({
  id: draftId,
  at: v.pipe(v.number(), v.safeInteger()),
  story: text,
  changed: texts,
  base: texts,
}) satisfies v.GenericSchema<unknown, Draft>;
const draftFile = v.pipe(v.string(), v.parseJson(), draft);
const draftsRequest = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ keep: v.array(draft), gone: v.array(draftId) }),
);

/** The greatest number of drafts. Further ones are refused; none is deleted to make room. */
export const maxDrafts = 200;

/** The drafts of a story, the oldest first; files that are not drafts are ignored. */
export function readDrafts(root: string): readonly Draft[] {
  const folder = join(root, folderName);
  if (!isOwn(folder, 'folder')) return [];
  return readdirSync(folder)
    .filter((file) => name.test(file) && isOwn(join(folder, file), 'file'))
    .flatMap((file) => {
      const { success, output } = v.safeParse(draftFile, readFileSync(join(folder, file), 'utf8'));
      return success && `${output.id}.json` === file ? [output] : [];
    })
    .sort((a, b) => a.at - b.at);
}

/** Parses a request's body; undefined if it is not a request for drafts. */
export function readDraftsRequest(body: string): DraftsRequest | undefined {
  const { success, output } = v.safeParse(draftsRequest, body);
  return success ? output : undefined;
}

/**
 * Stores and deletes drafts. Each is written to a temporary file that then replaces the old one; only after that are others
 * deleted.
 *
 * @returns false if there was no room
 * @throws if the disk refuses
 */
export function keepDrafts(root: string, { keep, gone }: DraftsRequest): boolean {
  const folder = join(root, folderName);
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
    if (keep.length === 0) return true;
    mkdirSync(folder);
  }
  if (!isOwn(folder, 'folder')) throw new Error(`${folderName} is no folder`);
  const there = readdirSync(folder);
  const left = new Set(there.filter((file) => name.test(file) && !gone.includes(file.slice(0, -5))));
  for (const { id } of keep) left.add(`${id}.json`);
  if (left.size > maxDrafts) return false;
  for (const draft of keep) {
    const beside = join(folder, `.${draft.id}-${process.pid}`);
    writeDurably(beside, Buffer.from(JSON.stringify(draft)));
    renameSync(beside, join(folder, `${draft.id}.json`));
  }
  const kept = new Set(keep.map(({ id }) => id));
  for (const id of gone) if (!kept.has(id)) rmSync(join(folder, `${id}.json`), { force: true });
  return true;
}

/** Whether a path is really a file or folder, and not a link, which could lead anywhere. */
function isOwn(path: string, kind: 'file' | 'folder'): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && (kind === 'file' ? stats.isFile() : stats.isDirectory());
}
