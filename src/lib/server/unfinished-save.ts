/**
 * Saves several files atomically: all of them or none, even if the process dies in the middle. The new texts are first written
 * beside the old files under temporary names. Then a journal is written that lists them; from that moment the save counts, and
 * the next process that reads or saves the story finishes it. Without a journal, nothing has been replaced. Knows no request and
 * no story.
 */
import * as v from 'valibot';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isEditable } from '../story/editable.js';

const journalName = '.saving.json';
const prefix = '.saving-';
const folders = ['story', 'story/sections', 'story/orders', 'story/translations'];

interface Entry {
  readonly path: string;
  /** Name of the temporary file with the new text; null to delete the file. */
  readonly temporary: string | null;
}

/**
 * The real path of a file: if it is a link, its target, which must be an ordinary file of the story's folder.
 *
 * @returns undefined if the link leads out of the folder, into a hidden or history folder, or to nothing
 */
export function realFile(root: string, path: string): string | undefined {
  const listed = join(root, path);
  if (!lstatSync(listed, { throwIfNoEntry: false })?.isSymbolicLink()) return listed;
  try {
    const real = realpathSync(listed);
    const inside = relative(realpathSync(root), real).split(sep);
    const strange =
      isAbsolute(inside.join(sep)) || inside.some((part) => part.startsWith('.')) || inside[0] === 'history';
    return !strange && real.endsWith('.yaml') && statSync(real).isFile() ? real : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a file and waits until it is on the disk (`fsync`).
 *
 * @param like the file to be replaced, whose mode and owner the new file gets
 */
export function writeDurably(path: string, bytes: Uint8Array, like?: Stats): void {
  const file = openSync(path, 'w');
  try {
    if (like) makeAlike(file, like);
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Copies mode and owner as far as this user may; only root can change the owner. */
function makeAlike(file: number, { mode, uid, gid }: Stats): void {
  const own = fstatSync(file);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      // Setting owner and group together was refused. Setting only the group may be allowed, and people who share files use that.
      try {
        fchownSync(file, own.uid, gid);
      } catch {
        // The file keeps this user as its owner.
      }
    }
  }
  // Last, because changing the owner clears some mode bits.
  fchmodSync(file, mode & 0o7777);
}

function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch {
    // Some systems cannot sync a folder; then only the order of the renames protects the save.
  }
}

/**
 * Finishes a save that was interrupted after its journal was written. Safe if another process does the same at the same time.
 *
 * @param root the story's folder
 * @throws if the disk refuses
 */
export function finishSave(root: string): void {
  const journal = join(root, 'story', journalName);
  if (!existsSync(journal)) return;
  const entries = readEntries(readFileSync(journal, 'utf8'));
  for (const { path, temporary } of entries) {
    // Removes the link itself, never its target.
    if (temporary === null) rmSync(join(root, path), { force: true });
    else {
      const target = realFile(root, path) ?? join(root, path);
      moveIfThere(join(dirname(target), temporary), target);
    }
  }
  for (const folder of foldersOf(root, entries)) syncFolder(folder);
  rmSync(journal, { force: true });
  syncFolder(join(root, 'story'));
}

/** The folders that contain these files. */
function foldersOf(root: string, entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ path }) => [
      dirname(join(root, path)),
      dirname(realFile(root, path) ?? join(root, path)),
    ]),
  );
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another process has finished this file.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Accepts only editable files and temporary names of ours. */
const entry = v.object({
  path: v.pipe(v.string(), v.check(isEditable)),
  temporary: v.nullable(
    v.pipe(
      v.string(),
      v.check((temporary) => temporary.startsWith(prefix) && basename(temporary) === temporary),
    ),
  ),
}) satisfies v.GenericSchema<unknown, Entry>;

/** The entries of a journal; none if the text is not a valid journal. */
function readEntries(text: string): readonly Entry[] {
  const list = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(v.unknown())), text);
  return (list.success ? list.output : []).flatMap((each) => {
    const { success, output } = v.safeParse(entry, each);
    return success ? [output] : [];
  });
}

/**
 * Saves all of the files or none, into existing folders.
 *
 * @param files path relative to the root → new bytes, or null to delete the file
 * @throws if the disk refuses before the journal is written; then nothing has changed
 */
export function saveAll(root: string, files: ReadonlyMap<string, Uint8Array | null>): void {
  finishSave(root);
  const stamp = `${process.pid}-${process.hrtime.bigint()}`;
  const entries: Entry[] = [];
  const made: string[] = [];
  try {
    for (const [path, bytes] of files) {
      const temporary = bytes && `${prefix}${stamp}-${entries.length}`;
      if (bytes && temporary !== null) {
        const target = realFile(root, path);
        if (target === undefined) throw new Error(`${path} leads elsewhere`);
        const beside = join(dirname(target), temporary);
        made.push(beside);
        writeDurably(beside, bytes, statSync(target, { throwIfNoEntry: false }));
      }
      entries.push({ path, temporary });
    }
    for (const folder of foldersOf(root, entries)) syncFolder(folder);
    const draft = join(root, 'story', `${prefix}${stamp}-journal`);
    made.push(draft);
    writeDurably(draft, new TextEncoder().encode(JSON.stringify(entries)));
    // Unlike a rename, creating a link fails if another save's journal exists.
    linkSync(draft, join(root, 'story', journalName));
    rmSync(draft, { force: true });
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw error;
  }
  syncFolder(join(root, 'story'));
  finishSave(root);
}

/**
 * Removes temporary files of saves that never wrote a journal. Only the saving process may call it: a reader might run during a
 * save.
 */
export function clearLeftovers(root: string): void {
  finishSave(root);
  const linked = folders.flatMap((folder) =>
    namesIn(join(root, folder)).map((name) =>
      dirname(realFile(root, join(folder, name)) ?? join(root, folder, name)),
    ),
  );
  for (const folder of new Set([...folders.map((folder) => join(root, folder)), ...linked]))
    for (const name of namesIn(folder))
      if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true });
}

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);
