// Builds the site beside the old one and swaps only when everything went well: a failed build leaves `build/` as it was.
// STORY_DIR chooses the story, BUILD_TARGET the folder that it is built into.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

const target = process.env.BUILD_TARGET ?? 'build';
const fresh = `.story/build-${process.pid}`;

function run(...command) {
  const { status } = spawnSync('npx', ['--no-install', ...command], {
    stdio: 'inherit',
    env: { ...process.env, BUILD_DIR: fresh },
  });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    process.exit(status ?? 1);
  }
}

const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

/**
 * The framework writes a client for all pages, and data for it. Readers' pages have none, so nothing of it may stay but what they
 * name (a face); the editors' pages (lib/edit) are drawn by it, and need what their files name, and what those name in turn.
 */
function prune(folder) {
  const all = files(folder);
  const client = new Map(
    all.filter((path) => relative(folder, path).startsWith('_app')).map((path) => [basename(path), path]),
  );
  const needed = new Set();
  const visit = (text) => {
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
    if (name.endsWith('__data.json') || (name.startsWith('_app') && !needed.has(path))) rmSync(path);
  }
  for (const path of readdirSync(folder, { recursive: true }).map(String).sort().reverse()) {
    const full = join(folder, path);
    if (statSync(full).isDirectory() && readdirSync(full).length === 0) rmSync(full, { recursive: true });
  }
}

run('svelte-kit', 'sync');
run('node', 'scripts/run.mjs', 'scripts/check-story.ts');
run('node', 'scripts/run.mjs', 'scripts/heading-font.ts');
run('node', 'scripts/run.mjs', 'scripts/embed-scripts.ts');
run('vite', 'build', '--config', 'vite.islands.config.ts', '--logLevel', 'warn');
run('vite', 'build', '--logLevel', 'warn');
cpSync('.islands/live', join(fresh, 'live'), { recursive: true });
prune(fresh);

const old = `${fresh}-old`;
if (existsSync(target)) renameSync(target, old);
renameSync(fresh, target);
rmSync(old, { recursive: true, force: true });
console.log(`built ${target}/ (${files(target).length} files)`);
