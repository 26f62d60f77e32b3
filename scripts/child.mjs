/**
 * Starts the programs of the installed packages by their files: no shell, no `npx`, nothing looked up in PATH, so that it is the same
 * on every system. Whoever can't start says why.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { codeOf } from './error-code.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The package that brings each program. @type {Record<string, string>} */
const packages = { playwright: '@playwright/test', 'svelte-kit': '@sveltejs/kit' };

/** What a package.json says of its programs: file of the only one, or name → file. */
const manifestShape = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ bin: v.union([v.string(), v.record(v.string(), v.string())]) }),
);

/**
 * The file of a package's program, as its own package.json names it.
 * @param {string} program its name on the command line
 */
export function programFile(program) {
  const manifest = join(root, 'node_modules', packages[program] ?? program, 'package.json');
  const { bin } = v.parse(manifestShape, readFileSync(manifest, 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[program];
  if (file === undefined) throw new Error(`${manifest} names no program ${program}`);
  return join(dirname(manifest), file);
}

/**
 * How a child ended, as a status and, where it didn't end by itself, a sentence.
 * @param {string} name what was started
 * @param {{ status: number | null, signal?: NodeJS.Signals | null, error?: Error }} end
 * @returns {{ status: number, why?: string }}
 */
export function endOf(name, { status, signal, error }) {
  if (error) return { status: 1, why: `${name} did not start: ${error.message}` };
  // After Ctrl+C no message is needed.
  if (signal === 'SIGINT') return { status: 130 };
  if (status === null)
    return {
      status: 128 + (signal ? constants.signals[signal] : 0),
      why: `${name} was ended from outside (${signal})${signal === 'SIGKILL' ? ', perhaps for want of memory' : ''}`,
    };
  return { status };
}

/**
 * Runs a script by Node, its words on this terminal, and waits for its end.
 * @param {readonly string[]} args the script and its arguments
 * @param {NodeJS.ProcessEnv} [env] instead of this process's
 * @returns {number} the exit status; why it didn't start has been said
 */
export function runScript(args, env = process.env) {
  const end = endOf(`node ${args.join(' ')}`, spawnSync(process.execPath, args, { stdio: 'inherit', env }));
  if (end.why) console.error(end.why);
  return end.status;
}

/**
 * The same without waiting: for what runs beside others. Its words are kept back until it has ended.
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number, output: string }>}
 */
export function scriptBeside(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const name = `node ${args.join(' ')}`;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) =>
      resolve({ status: 1, output: `${endOf(name, { status: 1, error }).why}\n` }),
    );
    child.once('close', (code, signal) => {
      const { status, why } = endOf(name, { status: code, signal });
      resolve({ status, output: why ? `${output}${why}\n` : output });
    });
  });
}

/**
 * Goes on as a package's program, in this very process: what ends us ends it.
 * @param {string} program
 * @param {readonly string[]} args
 */
export async function become(program, args) {
  const file = programFile(program);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

/** npm as a script for Node, since on Windows it is a file that only a shell starts. */
export function npmScript() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const found = places.find((place) => {
    try {
      return place !== undefined && /npm-cli\.js$/.test(place) && readFileSync(place).length > 0;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error('npm was not found beside Node: run this by npm');
  return found;
}

/**
 * Ends a child and all that it has started. It has to have been started `detached`, except on Windows.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endTree(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/T', '/F', '/PID', String(child.pid)]);
    else process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
  await ended;
}

/** Whether a process is there, somebody else's included. @param {number} pid */
export function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
