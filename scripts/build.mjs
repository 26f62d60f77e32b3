// Builds the site beside the old one and swaps them only if everything succeeded: a failed build leaves `build/` as it was.
// STORY_DIR chooses the story, BUILD_TARGET the folder to build into; both are also command-line options (options.mjs). PICTURES=1
// (`npm run build:all`) adds what only a browser can make. swap.mjs moves the result into place.
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { programFile, runScript } from './child.mjs';
import { compress } from './compress.mjs';
import { addSecondSheets } from './second-sheets.mjs';
import { noteBuild, sourcesNow } from './site.mjs';
import { openTarget, Refusal } from './swap.mjs';
import { takeTurn } from './turn.mjs';

const target = process.env.BUILD_TARGET ?? 'build';

/**
 * Ends the build with a plain message if the error is a `Refusal`.
 * @template T
 * @param {() => T} work
 */
function orEnd(work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof Error && 'syscall' in error)) throw error;
    console.error(`build: ${error.message}`);
    process.exit(1);
  }
}

// However the build ends, its unfinished folder is removed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
await takeTurn();
// Before minutes of building, checks that the site may be put into its folder.
const { put, release } = orEnd(() => openTarget(target, { own: process.env.BUILD_TARGET === undefined }));
process.on('exit', release);
// Only one build runs here at a time, so this name is free; the remains of a killed build are deleted.
const fresh = '.story/fresh';
rmSync(fresh, { recursive: true, force: true });
process.on('exit', () => rmSync(fresh, { recursive: true, force: true }));

const made = sourcesNow();

/** Runs one step of the build, and ends the build if it fails. @param {string[]} script */
function run(...script) {
  const status = runScript(script, { ...process.env, BUILD_DIR: fresh });
  if (status !== 0) process.exit(status);
}

/** All files in a folder and its subfolders. @param {string} folder */
const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

/**
 * SvelteKit writes a client and data for all pages. Readers' pages don't use them, so all that they don't refer to (a font) is
 * deleted. The editors' pages (lib/edit) are drawn by the client, and keep the files that theirs refer to, directly or
 * indirectly.
 * @param {string} folder
 */
function prune(folder) {
  const all = files(folder);
  const client = new Map(
    all.filter((path) => relative(folder, path).startsWith('app')).map((path) => [basename(path), path]),
  );
  /** @type {Set<string>} */
  const needed = new Set();
  const visit = (/** @type {string} */ text) => {
    for (const [name] of text.matchAll(/[\w.-]+\.(?:js|css|woff2|json|svg|png)/g)) {
      const path = client.get(name);
      if (path === undefined || needed.has(path)) continue;
      needed.add(path);
      if (/\.(?:js|css)$/.test(path)) visit(readFileSync(path, 'utf8'));
    }
  };
  for (const path of all) if (path.endsWith('.html')) visit(readFileSync(path, 'utf8'));
  for (const path of all) {
    const name = relative(folder, path);
    if (name.endsWith('__data.json') || (name.startsWith('app') && !needed.has(path))) rmSync(path);
  }
  for (const path of readdirSync(folder, { recursive: true }).map(String).sort().reverse()) {
    const full = join(folder, path);
    if (statSync(full).isDirectory() && readdirSync(full).length === 0) rmSync(full, { recursive: true });
  }
}

run(programFile('svelte-kit'), 'sync');
run('scripts/run.mjs', 'scripts/check-story.ts');
run('scripts/run.mjs', 'scripts/heading-font.ts');
run('scripts/run.mjs', 'scripts/embed-scripts.ts');
run(programFile('vite'), 'build', '--config', 'vite.islands.config.ts', '--logLevel', 'warn');
run(programFile('vite'), 'build', '--logLevel', 'warn');
cpSync('.islands/live', join(fresh, 'live'), { recursive: true });
prune(fresh);

addSecondSheets(fresh);
compress(fresh);
if (process.env.PICTURES === '1') {
  run(programFile('vite'), 'build', '--config', 'vite.pictures.config.ts', '--logLevel', 'error');
  run('scripts/run.mjs', 'scripts/take-away/make.ts', fresh);
}
const count = orEnd(() => put(fresh));
noteBuild(target, made);
console.log(`built ${target}/ (${count} files)`);
