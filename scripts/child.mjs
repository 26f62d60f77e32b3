/**
 * Starts the programs of installed packages by their files: without a shell, `npx` or PATH, so that it works the same on every
 * system. If one cannot be started, says why.
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

/** The programs in a package.json: the file of the only one, or name → file. */
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
 * Describes how a child process ended: its status and, if it did not end by itself, a message.
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
 * Runs a script in Node with its output on this terminal, and waits for its end.
 * @param {readonly string[]} args the script and its arguments
 * @param {NodeJS.ProcessEnv} [env] in place of this process's environment
 * @returns {number} the exit status; if it did not start, the reason has been printed
 */
export function runScript(args, env = process.env) {
  const end = endOf(`node ${args.join(' ')}`, spawnSync(process.execPath, args, { stdio: 'inherit', env }));
  if (end.why) console.error(end.why);
  return end.status;
}

/**
 * Starts a script in parallel with others. Its output is returned when it ends, not printed.
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
 * Continues as a package's program in this very process, so that ending this process ends the program.
 * @param {string} program
 * @param {readonly string[]} args
 */
export async function become(program, args) {
  const file = programFile(program);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

/** Path of npm as a script for Node, because on Windows npm is a file that only a shell can start. */
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
 * Ends a child process and all processes that it has started. It must have been started `detached`, except on Windows.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endTree(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/T', '/F', '/PID', String(child.pid)]);
    else process.kill(-child.pid, 'SIGTERM');
  } catch {
    // The child has ended already.
  }
  await ended;
}

/** Whether a process exists, another user's included. @param {number} pid */
export function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
