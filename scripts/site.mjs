/**
 * The build that tests and measurements use. It is separate from `build/`, which may be in use, and is rebuilt whenever the
 * sources have changed since.
 *
 * `BUILD_DIR` names another folder to use as it is.
 *
 *   node scripts/site.mjs         builds it if it is missing or stale
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

const {
  STORY_DIR: story = 'data',
  SITE_URL: site = '',
  BASE_PATH: base = '',
  PICTURES: pictures = '',
} = process.env;
/** A build with another story, address or base path, or with pictures, has its own folder. */
const isPlain = story === 'data' && site === '' && base === '' && pictures === '';

/** Path of the build from the project's root. */
export const siteFolder =
  process.env.BUILD_DIR ??
  (isPlain ? '.story/site' : `.story/site-${digest([story, site, base, pictures]).slice(0, 8)}`);

/** The files and folders from which a build is made. */
const sources = [
  'src',
  'static',
  ...buildScripts(),
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'vite.islands.config.ts',
  ...(pictures === '' ? [] : ['vite.pictures.config.ts', 'scripts/take-away']),
  story,
];
/** Files that are generated, or kept by saving, and are no sources. */
const notSources = /(^|[\\/])(generated|history|\.[^\\/]*)([\\/]|$)/;

/** The scripts that take part in a build: those named in build.mjs. */
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

/** @param {string} path @returns {string[]} the file itself, or all files in the folder */
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

/** A digest of all sources as they are now. */
export function sourcesNow() {
  return digest([digestOf(sources.flatMap(filesOf)), story, site, base, pictures]);
}

/** Path of the note about a build. It is not inside the build, because everything there is published. @param {string} folder */
const noteOf = (folder) => `.story/notes/${folder.replace(/[\\/:]+/g, '-')}.json`;

/** A note's digests: of the sources from which a build was made, and of the built files. */
const noteShape = v.pipe(v.string(), v.parseJson(), v.object({ sources: v.string(), files: v.string() }));

/**
 * Writes the note about a build.
 * @param {string} folder the build
 * @param {string} made digest of the sources from before the build began, because they may have changed since
 */
export function noteBuild(folder, made) {
  const note = noteOf(folder);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, JSON.stringify({ sources: made, files: digest([contentOf(folder)]) }));
}

/** @param {string} folder @returns {string} a digest of its content, independent of its location */
function contentOf(folder) {
  return digest(filesOf(folder).flatMap((file) => [file.slice(folder.length), readFileSync(file)]));
}

/** Whether a build is unchanged and was made from the present sources. @param {string} folder @param {string} now */
function isCurrent(folder, now) {
  if (!existsSync(noteOf(folder)) || !existsSync(folder)) return false;
  const { success, output } = v.safeParse(noteShape, readFileSync(noteOf(folder), 'utf8'));
  return success && output.sources === now && output.files === digest([contentOf(folder)]);
}

/**
 * Makes sure that there is a build from the present sources.
 * @returns {string} its folder
 * @throws if the build fails; the reason has been printed by then
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
