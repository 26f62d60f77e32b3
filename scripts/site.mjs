/**
 * The build that tests, benches and the size look at. It stands apart from `build/`, which may be served to somebody at that moment,
 * and is built anew whenever the sources are no longer those that it was made from.
 *
 * Another folder's build is looked at as it is, by `BUILD_DIR`.
 *
 *   node scripts/site.mjs         sees to it that it is there
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { runScript } from './child.mjs';

const { STORY_DIR: story = 'data', SITE_URL: site = '', BASE_PATH: base = '' } = process.env;
/** A build for another story, address or path stands in a folder of its own. */
const isPlain = story === 'data' && site === '' && base === '';

/** Where that build is, from the project's folder. */
export const siteFolder =
  process.env.BUILD_DIR ??
  (isPlain ? '.story/site' : `.story/site-${digest([story, site, base]).slice(0, 8)}`);

/** All that a build is made from. */
const sources = [
  'src',
  'static',
  ...buildScripts(),
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'vite.islands.config.ts',
  story,
];
/** What is made by a build, or kept by saving, and is no source. */
const notSources = /(^|[\\/])(generated|history|\.[^\\/]*)([\\/]|$)/;

/** The scripts that a build is made by: those that build.mjs names. */
function buildScripts() {
  const named = readFileSync('scripts/build.mjs', 'utf8').matchAll(/(?:scripts|\.)\/([\w-]+\.(?:mjs|ts))/g);
  return ['build.mjs', ...[...named].map(([, name]) => String(name))].map((name) => `scripts/${name}`);
}

/** @param {readonly (string | Buffer)[]} parts */
function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update(' ').update(part);
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} the file, or all files in the folder */
function filesOf(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return existsSync(path) ? [path] : [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => !notSources.test(name))
    .sort()
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile());
}

/** @param {readonly string[]} files */
const digestOf = (files) => digest(files.flatMap((file) => [file, readFileSync(file)]));

/** A digest of all that a build made now would be made from. */
export function sourcesNow() {
  return digest([digestOf(sources.flatMap(filesOf)), story, site, base]);
}

/** The note on a build, beside builds and not in them: what is published holds nothing of it. @param {string} folder */
const noteOf = (folder) => `.story/notes/${folder.replace(/[\\/:]+/g, '-')}.json`;

/** Digests: of the sources that a build was made from, and of its own files. */
const noteShape = v.pipe(v.string(), v.parseJson(), v.object({ sources: v.string(), files: v.string() }));

/**
 * Notes what a build was made from.
 * @param {string} folder the build
 * @param {string} made the sources before it was begun: they may have changed since
 */
export function noteBuild(folder, made) {
  const note = noteOf(folder);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, JSON.stringify({ sources: made, files: digest([contentOf(folder)]) }));
}

/** @param {string} folder @returns {string} a digest of what is in it, wherever it stands */
function contentOf(folder) {
  return digest(filesOf(folder).flatMap((file) => [file.slice(folder.length), readFileSync(file)]));
}

/** Whether a build is the one that the sources give now, byte for byte. @param {string} folder @param {string} now */
function isCurrent(folder, now) {
  if (!existsSync(noteOf(folder)) || !existsSync(folder)) return false;
  const { success, output } = v.safeParse(noteShape, readFileSync(noteOf(folder), 'utf8'));
  return success && output.sources === now && output.files === digest([contentOf(folder)]);
}

/**
 * Sees to it that the build is there and made from the sources as they are now.
 * @returns {string} its folder
 * @throws if it can't be built; why has been said by then
 */
export function freshSite() {
  if (process.env.BUILD_DIR) return siteFolder;
  const now = sourcesNow();
  if (isCurrent(siteFolder, now)) return siteFolder;
  if (isCurrent('build', now)) {
    rmSync(siteFolder, { recursive: true, force: true });
    cpSync('build', siteFolder, { recursive: true });
    noteBuild(siteFolder, now);
    return siteFolder;
  }
  console.error(
    `${existsSync(siteFolder) ? 'The sources have changed' : 'Nothing is built yet'}: building ${siteFolder}/`,
  );
  if (runScript(['scripts/command.cjs', 'build', `--out=${siteFolder}`]) !== 0)
    throw new Error(`${siteFolder}/ could not be built: see above`);
  return siteFolder;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) freshSite();
