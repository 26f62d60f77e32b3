/**
 * Puts a finished build into its target folder. The folder itself stays, because it may be a link to a web root, a mount, or on
 * another file system, and may contain other files (`.well-known`, `CNAME`). A list in the folder names the files of builds;
 * other files are never removed or overwritten. Knows nothing about building a site.
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isRunning } from './child.mjs';
import { codeOf } from './error-code.mjs';
import { Refusal } from './refusal.mjs';

export { Refusal };

/** Name of the list of a build's files, one path per line. Most servers don't serve files whose name begins with a dot. */
const listName = '.built-files';
/** Prefix of the folder, followed by the process's number, in which new files wait until all of them are there. */
const prefix = '.build-';

/** Every file of a folder, as a sorted list of relative paths with forward slashes. @param {string} folder */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/**
 * The status of a path, without following links; undefined if there is nothing, or can be nothing (below a file).
 * @param {string} path
 */
function kindOf(path) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Makes a folder of this process's own inside another one. That keeps a second build out, and proves that the other folder is
 * writable. Removes such folders of killed builds.
 *
 * @param {string} folder an existing folder
 * @returns {string} the new folder
 * @throws {Refusal} if another build is running there, or the folder is not writable
 */
function claim(folder) {
  const own = join(folder, `${prefix}${process.pid}`);
  try {
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own);
  } catch (error) {
    throw new Refusal(
      `${folder} can't be written to (${codeOf(error)}): see who owns it, or choose another folder.`,
    );
  }
  for (const name of readdirSync(folder)) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length) : NaN);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    if (isRunning(pid)) {
      rmSync(own, { recursive: true });
      throw new Refusal(
        `another build (process ${pid}) is at work in ${folder}: wait for it, or remove ${join(folder, name)} if there is none.`,
      );
    }
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  return own;
}

/** The paths that builds have written into a folder; undefined if it has no list. @param {string} folder */
function listOf(folder) {
  const list = join(folder, listName);
  if (!existsSync(list)) return undefined;
  // Even if the list has been damaged, nothing outside of the folder is ever removed.
  const sound = (/** @type {string} */ path) =>
    path !== '' && !isAbsolute(path) && !path.split(/[\\/]/).includes('..');
  return new Set(readFileSync(list, 'utf8').split('\n').filter(sound));
}

/**
 * The part of a path that is occupied by something that no build has written; undefined if the path is free. A link to a folder
 * counts as occupied, because the file would end up elsewhere.
 * @param {string} folder
 * @param {string} path
 * @param {ReadonlySet<string>} ours
 */
function inTheWay(folder, path, ours) {
  const parts = path.split('/');
  for (const [i] of parts.entries()) {
    const part = parts.slice(0, i + 1).join('/');
    const found = kindOf(join(folder, part));
    if (!found) return undefined;
    const fits = i < parts.length - 1 ? found.isDirectory() : found.isFile() && ours.has(path);
    if (!fits) return part;
  }
  return undefined;
}

const isPage = (/** @type {string} */ path) => /\.html(\.\w+)?$/.test(path);
/**
 * Order of replacement: a page comes after the files it loads, and the front page last. Files with a hash in their name can exist
 * beside older ones, so they come first.
 */
const rank = (/** @type {string} */ path) =>
  /^(app|live)\//.test(path) ? 0 : isPage(path) ? (/^index\.html/.test(path) ? 3 : 2) : 1;

/**
 * Before building, checks that a build can be put into the target folder, and keeps other builds out until `release`.
 *
 * @param {string} target the folder, a link to one, or a path that does not exist yet
 * @param {{ own?: boolean }} options `own`: the folder belongs to this project, and without a list all its content may be removed
 * @returns {{ put: (fresh: string) => number, release: () => void }} `put` takes the folder of a finished build, empties it, and
 * returns
 *   the number of files; `release` must be called in any case
 * @throws {Refusal}
 */
export function openTarget(target, { own = false } = {}) {
  const link = kindOf(target)?.isSymbolicLink() === true;
  if (link && !existsSync(target))
    throw new Refusal(`${target} is a link to a folder that doesn't exist: make that folder first.`);
  const there = existsSync(target);
  if (there && !statSync(target).isDirectory())
    throw new Refusal(`${target} is not a folder: a site needs one.`);
  const folder = there ? realpathSync(target) : resolve(target);
  if (`${realpathSync('.')}${sep}`.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    throw new Refusal(`${target} holds this project itself: choose a folder that is for the site alone.`);
  }
  let around = folder;
  if (!there) {
    around = dirname(folder);
    try {
      mkdirSync(around, { recursive: true });
    } catch (error) {
      throw new Refusal(
        `${target} can't be made (${codeOf(error)}): ${around} is no folder that can be written to.`,
      );
    }
  }
  const listed = there ? listOf(folder) : new Set();
  const ours = listed ?? new Set(own && !link ? filesOf(folder) : []);
  if (!listed && !own && kindOf(join(folder, 'index.html'))) {
    throw new Refusal(
      `${target} holds a page (index.html) that no build of this project has written: empty it, or choose another folder.`,
    );
  }
  const staging = claim(around);

  /** @param {string} fresh */
  function put(fresh) {
    const paths = filesOf(fresh);
    for (const path of paths) {
      const found = there ? inTheWay(folder, path, ours) : undefined;
      if (found !== undefined) {
        throw new Refusal(
          `${join(target, found)} was not written by a build, and the new one needs its name: move it away. Nothing was changed.`,
        );
      }
    }
    // Copies files, because the folders may be on different file systems. Keeps their times, by which a server recognises files
    // of one build.
    const ready = join(staging, 'site');
    cpSync(fresh, ready, { recursive: true, preserveTimestamps: true });
    const list = join(ready, listName);
    const write = (/** @type {Iterable<string>} */ names) =>
      writeFileSync(list, `${[...names].sort().join('\n')}\n`);
    if (!there) {
      write(paths);
      renameSync(ready, folder);
      return paths.length;
    }
    // From here on, nothing takes long. The files of both builds are listed first, so that the next build can complete one that
    // is killed now.
    write(new Set([...ours, ...paths]));
    renameSync(list, join(folder, listName));
    for (const path of [...paths].sort((a, b) => rank(a) - rank(b))) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(join(ready, path), place);
    }
    const kept = new Set(paths);
    for (const path of ours) if (!kept.has(path)) remove(folder, path);
    write(paths);
    renameSync(list, join(folder, listName));
    return paths.length;
  }

  return { put, release: () => rmSync(staging, { recursive: true, force: true }) };
}

/** Removes a file, and then folders that have become empty. @param {string} folder @param {string} path */
function remove(folder, path) {
  const place = join(folder, path);
  if (kindOf(place)?.isDirectory()) return;
  rmSync(place, { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    const left = join(folder, parent);
    if (!existsSync(left) || readdirSync(left).length > 0) return;
    rmdirSync(left);
  }
}
