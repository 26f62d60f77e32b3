/**
 * A save of several files is all of them or none, also when the process dies in the middle. The new texts are written
 * beside the old under names of their own; then a journal says which belong where, and from that moment the save counts:
 * whoever comes next finishes it. Without a journal nothing has been replaced yet. Knows no request and no story.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isEditable } from '../story/editable.js';

const journalName = '.saving.json';
const prefix = '.saving-';
const folders = ['story', 'story/sections', 'story/orders', 'story/translations'];

interface Entry {
  readonly path: string;
  /** Name of the new text beside the old one; nothing where the file is to go. */
  readonly temporary: string | null;
}

/** Written so that it is on the disk, not only on its way there. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
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
    const target = join(root, path);
    if (temporary === null) rmSync(target, { force: true });
    else moveIfThere(join(dirname(target), temporary), target);
  }
  for (const folder of new Set(entries.map(({ path }) => dirname(join(root, path))))) syncFolder(folder);
  rmSync(journal, { force: true });
  syncFolder(join(root, 'story'));
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Somebody else has finished this file.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** What a journal says, as far as it is one: only editable files and names of ours. */
function readEntries(text: string): readonly Entry[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown): readonly Entry[] => {
    if (typeof entry !== 'object' || entry === null || !('path' in entry) || !('temporary' in entry))
      return [];
    const { path, temporary } = entry;
    if (typeof path !== 'string' || !isEditable(path)) return [];
    if (temporary === null) return [{ path, temporary }];
    const ours =
      typeof temporary === 'string' && temporary.startsWith(prefix) && basename(temporary) === temporary;
    return ours ? [{ path, temporary }] : [];
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
        const beside = join(root, dirname(path), temporary);
        made.push(beside);
        writeDurably(beside, bytes);
      }
      entries.push({ path, temporary });
    }
    for (const folder of new Set(entries.map(({ path }) => dirname(join(root, path))))) syncFolder(folder);
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
  for (const folder of folders) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    for (const name of readdirSync(path))
      if (name.startsWith(prefix)) rmSync(join(path, name), { force: true });
  }
}
