/**
 * A save of several files is all of them or none, also when the process dies in the middle. The new texts are written
 * beside the old under names of their own; then a journal says which belong where, and from that moment the save counts:
 * whoever comes next finishes it. Without a journal nothing has been replaced yet. Knows no request and no story.
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
  /** Name of the new text beside the old one; nothing where the file is to go. */
  readonly temporary: string | null;
}

/**
 * Where a file's text really lies: in place of a link, what it leads to, if that is a file of the story's folder like any other.
 *
 * @returns nothing where the link leads out of the folder, into a hidden or old one, or to no file
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
 * Written so that it is on the disk, not only on its way there.
 *
 * @param like what the file is to be like in mode and owner: the one whose place it takes
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

/** As far as this user may: only the administrator gives files away. */
function makeAlike(file: number, { mode, uid, gid }: Stats): void {
  const own = fstatSync(file);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      // Owner and group together were refused; the group alone may be allowed, and colleagues share files by it.
      try {
        fchownSync(file, own.uid, gid);
      } catch {
        // The file stays this user's.
      }
    }
  }
  // Last: another owner takes some of these away.
  fchmodSync(file, mode & 0o7777);
}

function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch {
    // Some systems cannot sync a folder; then the order of the renames is all there is.
  }
}

/**
 * Finishes a save that was interrupted after its journal was written. Harmless while another process does the same.
 *
 * @param root the story's folder
 * @throws when the disk refuses
 */
export function finishSave(root: string): void {
  const journal = join(root, 'story', journalName);
  if (!existsSync(journal)) return;
  const entries = readEntries(readFileSync(journal, 'utf8'));
  for (const { path, temporary } of entries) {
    // Removes a link itself, never what it leads to.
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

/** Where the names of these files stand. */
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
    // Somebody else has finished this file.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Only editable files and names of ours. */
const entry = v.object({
  path: v.pipe(v.string(), v.check(isEditable)),
  temporary: v.nullable(
    v.pipe(
      v.string(),
      v.check((temporary) => temporary.startsWith(prefix) && basename(temporary) === temporary),
    ),
  ),
}) satisfies v.GenericSchema<unknown, Entry>;

/** What a journal says, as far as it is one. */
function readEntries(text: string): readonly Entry[] {
  const list = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(v.unknown())), text);
  return (list.success ? list.output : []).flatMap((each) => {
    const { success, output } = v.safeParse(entry, each);
    return success ? [output] : [];
  });
}

/**
 * All of the files or none. Existing folders only.
 *
 * @param files path relative to the root → new bytes, or null for a file that is to go
 * @throws when the disk refuses before the journal is written: then nothing has changed
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
    // Unlike a rename, a link never takes another save's place.
    linkSync(draft, join(root, 'story', journalName));
    rmSync(draft, { force: true });
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw error;
  }
  syncFolder(join(root, 'story'));
  finishSave(root);
}

/** Takes away what a save left that never came to count. Only for who saves: a reader might catch a save at work. */
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
