#!/usr/bin/env node
/**
 * Tries every npm command that the documents name, each as the first one after `npm ci` in a fresh copy of the project: none may
 * depend on what another one has left behind. A command that ends is run to its end; a server is asked for the story and then
 * ended; a long command is run in a part that includes its set-up. A command that is new in the documents is tried without an
 * entry here.
 *
 *   npm run test:commands                    all of them, after a real `npm ci`
 *   npm run test:commands -- share           those of `npm test`, with this folder's packages
 *   npm run test:commands -- start           only `npm start`, here: it builds what later parts of `npm test` read
 *   npm run test:commands -- list            says which there are
 *   npm run test:commands -- only size dev   these alone, with this folder's packages
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  existsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { endTree, npmScript } from './child.mjs';
import { documentedCommands } from './documented.mjs';
import { siteFolder } from './site.mjs';

/**
 * How to try a command that is not simply run to its end. `serves`: run it until it answers a request. `args`, `env`: make it short.
 * `says`: printing these words is enough, even if it fails (a measurement may exceed its budget on a busy machine). `share`: also
 * tried in `npm test`.
 * @typedef {{ serves?: boolean, args?: string[], env?: Record<string, string>, says?: RegExp, share?: boolean }} Try
 * @type {Record<string, Try>}
 */
const tries = {
  start: { serves: true, args: ['--port=0'] },
  dev: { serves: true, args: ['--port=0'], share: true },
  'check:story': { share: true },
  addresses: { share: true },
  translated: { args: ['en'], share: true },
  test: { args: ['story'] },
  'test:commands': { args: ['list'] },
  // Of a small story: the pictures of the whole one take minutes.
  'build:all': { args: ['--story=examples/small-story'] },
  // Runs the set-up, including the build; the other browser suites differ only in their files and a variable.
  'test:browser': { args: ['noscript'] },
  ...Object.fromEntries(
    ['walks', 'editions', 'a11y', 'faults', 'hosts', 'editing', 'moves', 'crashes', 'pictures'].map(
      (name) => [`test:${name}`, { args: ['--list'], says: /Total: [1-9]/ }],
    ),
  ),
  'test:kills': { env: { KILLS: '1' } },
  'test:orders': { env: { ORDERS: '1' } },
  'test:edits': { env: { EDITS: '5' } },
  'test:engines': { args: ['editing'], says: /\d+ passed, \d+ failed/ },
  // The other story is a page or two.
  pdf: { args: ['--story=examples/small-story'], says: /letter\.pdf\n/ },
  look: { says: /words\n/ },
  bench: { args: ['--rounds', '1'] },
  'bench:edit': { says: /drop to preview/ },
};

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** Time limit in ms, enough for a build on a busy machine. */
const within = 900_000;

/** Copies all files that Git tracks or would track, as they are now. */
function copyProject() {
  const clone = mkdtempSync(join(tmpdir(), 'first-command-'));
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: clone, stdio: ['ignore', 'ignore', 'inherit'] });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const path of listed.split('\0').filter((name) => name !== '' && existsSync(name))) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    copyFileSync(path, join(clone, path));
  }
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=-', '-c', 'user.email=-', 'commit', '-qm', 'as it stands');
  return {
    clone,
    /** Resets the copy to its state after `npm ci`, so that no command finds anything of the one before. */
    afresh() {
      git('checkout', '-q', '--', '.');
      git('clean', '-fdxq', '-e', '/node_modules');
      for (const cache of ['.vite', '.vite-temp', '.cache', '.vitest'])
        rmSync(join(clone, 'node_modules', cache), { recursive: true, force: true });
    },
  };
}

/** Copies this folder's packages, as hard links if possible. @param {string} clone */
function linkPackages(clone) {
  const link = (/** @type {string} */ from, /** @type {string} */ to) => {
    mkdirSync(to, { recursive: true });
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isDirectory()) link(source, target);
      else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
      else
        try {
          linkSync(source, target);
        } catch {
          copyFileSync(source, target);
        }
    }
  };
  link('node_modules', join(clone, 'node_modules'));
}

/**
 * Runs an npm command as a person would type it.
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, serves?: boolean, says?: RegExp }} how
 * @returns {Promise<string>} its output
 * @throws if it fails, or does not print or serve in time what it should
 */
async function npm(args, { cwd, env = {}, serves = false, says }) {
  const child = spawn(process.execPath, [npmScript(), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // In its own process group, so that the processes it starts end with it.
    detached: process.platform !== 'win32',
  });
  let said = '';
  try {
    /** @type {Promise<void>} */
    const well = new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error(`nothing within ${within / 1000} s`)), within);
      const end = (/** @type {Error | undefined} */ error) => (
        clearTimeout(late),
        error ? fail(error) : done()
      );
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          said += stripVTControlCharacters(String(chunk));
          const [address] = (serves && /http:\/\/(localhost|127\.0\.0\.1):\d+\//.exec(said)) || [];
          if (address) answers(address).then(() => end(undefined), end);
        });
      child.once('error', end);
      child.once('close', (status) => {
        const isWell = says ? says.test(said) : status === 0 && !serves;
        end(isWell ? undefined : new Error(`ended with ${status}`));
      });
    });
    await well;
    return said;
  } catch (error) {
    throw new Error(`${messageOf(error)}\n${said}`, { cause: error });
  } finally {
    await endTree(child);
  }
}

/** @param {string} address */
async function answers(address) {
  const response = await fetch(address);
  const page = await response.text();
  if (!response.ok || !page.includes('data-section='))
    throw new Error(`${address} answered ${response.status} without a story`);
}

/** @param {string} name @param {readonly string[]} args */
const words = (name, args) => [
  ...(/^(start|test|ci)$/.test(name) ? [name] : ['run', '--silent', name]),
  ...(args.length > 0 ? ['--', ...args] : []),
];

/**
 * @param {readonly { line: string, name: string, args: readonly string[] }[]} commands
 * @param {{ install: boolean }} how
 */
async function tryAll(commands, { install }) {
  const { clone, afresh } = copyProject();
  try {
    // NODE_ENV=production in the shell would leave the development packages out.
    if (install) await npm(['ci', '--prefer-offline'], { cwd: clone, env: { NODE_ENV: 'production' } });
    else linkPackages(clone);
    for (const { line, name, args } of commands) {
      const { args: short = [], share: _share, ...how } = tries[name] ?? {};
      afresh();
      const started = process.hrtime.bigint();
      // Arguments from the documents are used as written; without any, those of `tries`.
      await npm(words(name, args.length > 0 && !how.serves ? args : [...args, ...short]), {
        cwd: clone,
        ...how,
      });
      console.log(`✓ ${line}, ${Number((process.hrtime.bigint() - started) / 1_000_000_000n)} s`);
    }
  } finally {
    rmSync(clone, { recursive: true, force: true, maxRetries: 5 });
  }
}

const [mode, ...only] = process.argv.slice(2);
const commands = documentedCommands().filter(({ name }) => name !== 'ci');
try {
  if (mode === 'list') for (const { line, file } of commands) console.log(`${line}   (${file})`);
  else if (mode === 'start')
    console.log(
      await npm(words('start', ['--port=0', `--out=${siteFolder}`]), { cwd: resolve('.'), serves: true }),
    );
  else if (mode === 'share')
    await tryAll(
      Object.keys(tries).flatMap((name) => (tries[name]?.share ? [{ line: name, name, args: [] }] : [])),
      { install: false },
    );
  else if (mode === 'only')
    await tryAll(
      commands.filter(({ name }) => only.includes(name)),
      { install: false },
    );
  else await tryAll(commands, { install: true });
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
