/**
 * Puts a finished build into the folder that it is for. The folder itself stays: it may be a link to a web root, a mount, on another
 * file system, and it may hold what is none of ours (`.well-known`, `CNAME`). What a build has written is listed in it; what no build
 * has written is never removed or written over. Knows nothing of how a site is built.
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

/** Where a build's files are listed, one path a line. Its dot keeps most servers from showing it. */
const listName = '.built-files';
/** New files wait under this name, and the number of the process that they belong to, until all of them are there. */
const prefix = '.build-';

/** Every file of a folder, relative to it, with forward slashes, sorted. @param {string} folder */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/** What stands there, links not followed; undefined where nothing does, nor can (below a file). @param {string} path */
function kindOf(path) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Makes a folder of this process's own inside another one, which keeps a second build out and shows that it can be written to. What
 * killed builds have left there goes.
 *
 * @param {string} folder exists
 * @returns {string} the new folder
 * @throws {Refusal} while another build is at work there, or where nothing can be written
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

/** The paths that builds have written into a folder; undefined where no build has. @param {string} folder */
function listOf(folder) {
  const list = join(folder, listName);
  if (!existsSync(list)) return undefined;
  // Whatever may have become of the list: nothing outside the folder is ever removed.
  const sound = (/** @type {string} */ path) =>
    path !== '' && !isAbsolute(path) && !path.split(/[\\/]/).includes('..');
  return new Set(readFileSync(list, 'utf8').split('\n').filter(sound));
}

/**
 * What no build has written and a new file needs the place of, or undefined. A link to a folder would lead the file elsewhere.
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
/** A page comes after all that it asks for, and the front page last: what has a hash in its name stands beside the older one. */
const rank = (/** @type {string} */ path) =>
  /^(app|live)\//.test(path) ? 0 : isPage(path) ? (/^index\.html/.test(path) ? 3 : 2) : 1;

/**
 * Looks, before anything is built, whether a build can be put there, and keeps others out until it has been.
 *
 * @param {string} target the folder, a link to one, or what doesn't exist yet
 * @param {{ own?: boolean }} options `own`: an unlisted folder of this project alone; all that is in it may go
 * @returns {{ put: (fresh: string) => number, release: () => void }} `put` takes the folder of a finished build, empties it, and tells
 *   how many files there are; `release` has to be called in any case
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
    // By copying, since the two may be on different file systems; times stay, by which a server tells files of one build.
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
    // From here on nothing takes long. Both builds' files are listed as ours first, so that a build that is killed now is completed by the next one.
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

/** Removes a file, and the folders that it leaves empty. @param {string} folder @param {string} path */
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
