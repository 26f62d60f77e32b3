#!/usr/bin/env node
/**
 * Runs the project's tests in two lanes. The short lane checks every promise once, cheapest first, and is for every change; the
 * long lane runs the suites in full. Stops at the first part that fails, and ends with one line that counts the tests.
 *
 *   npm test                     the short lane
 *   npm run test:long            the long lane
 *   npm test -- lint unit        only these parts, of either lane
 *
 * It knows the parts' names and commands, not what they test.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';
import { chromiumPath } from './browser.mjs';
import { endOf, programFile, runScript } from './child.mjs';
import { linter } from './linter.mjs';
import { ensureTypes } from './made.mjs';

const results = 'test-results';
/** @param {string} project @param {string[]} files */
const vitest = (project, ...files) => [
  programFile('vitest'),
  ...['run', '--project', project, '--reporter=default', '--reporter=json'],
  `--outputFile.json=${results}/vitest.json`,
  ...files,
];
/** A part's script that runs an npm command. @param {string} name @param {string[]} args */
const command = (name, ...args) => ['scripts/command.cjs', name, ...args];

// Built with a site address, to test absolute addresses in what is read away from the site (oEmbed responses); the main story is
// built without one.
const small = { STORY_DIR: 'examples/small-story', SITE_URL: 'https://reports.example/small/' };
/** Folder of the story that the short lane builds and tests. */
const excerpt = '.story/excerpt';
const excerptScript = ['scripts/run.mjs', 'scripts/excerpt.ts', excerpt];
const excerptEnv = { STORY_DIR: excerpt };

/**
 * One part of the run.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, unsteady?: readonly string[] }} Counts
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} script for Node, with its arguments
 * @property {readonly string[]} [first] a script that makes what this part reads
 * @property {boolean} [beside] it keeps one core busy and writes nothing that the parts before it read at their end: it runs beside
 *   them, two at a time, and its words wait for its turn
 * @property {Record<string, string>} [env]
 * @property {() => Counts} [count] how many tests it ran; a part without it is one test
 */

/** @type {readonly Part[]} */
const short = [
  { name: 'types', script: [programFile('svelte-check'), '--fail-on-warnings'] },
  { name: 'lint', ...linter, beside: true },
  {
    name: 'format',
    script: [programFile('prettier'), '--check', '--log-level', 'warn', '.'],
    beside: true,
  },
  { name: 'story', script: command('check:story'), beside: true },
  // What the parts after it look at. Last of the side by side: what it writes for the compiler has been read by then.
  { name: 'excerpt', first: excerptScript, script: ['scripts/site.mjs'], env: excerptEnv, beside: true },
  { name: 'unit', script: vitest('unit'), count: vitestCounts },
  {
    name: 'built',
    first: excerptScript,
    script: vitest('built'),
    env: excerptEnv,
    count: vitestCounts,
  },
  {
    name: 'browser',
    first: excerptScript,
    script: [programFile('playwright'), 'test'],
    env: { ...excerptEnv, LANE: 'short', WALKS: '2' },
    count: browserCounts,
  },
];

/** Unit test files of which the short lane runs only a part. */
const whole = ['mutants', 'quotations', 'hostile', 'kills', 'orders', 'edits'].map(
  (name) => `tests/${name}.test`,
);

/** @type {readonly Part[]} */
const long = [
  {
    name: 'unit-whole',
    script: vitest('unit', ...whole),
    env: { MUTANTS: 'all', KILLS: '100', ORDERS: '200', EDITS: '5000' },
    count: vitestCounts,
  },
  { name: 'build', script: command('test:commands', 'start') },
  { name: 'built-whole', script: vitest('built'), count: vitestCounts },
  // The tests of the built site that hold for any story, with a build of the other story. PATH is empty: neither a build nor its
  // tests may look for a program there, which would differ between systems.
  {
    name: 'small-built',
    script: vitest('built', 'charts', 'embed', 'hidden', 'numbers', 'pages', 'report', 'story.test'),
    env: { ...small, PATH: '' },
    count: vitestCounts,
  },
  { name: 'commands', script: command('test:commands', 'share') },
  {
    name: 'browser-whole',
    script: [programFile('playwright'), 'test'],
    env: { LANE: 'long', EDITING: 'all' },
    count: browserCounts,
  },
  { name: 'size', script: command('size') },
  { name: 'look', script: command('look') },
];
const parts = [...short, ...long];

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
});

/**
 * What Playwright's JSON report says of a file or a group.
 * @typedef {{ suites?: Suite[] | undefined, specs?: { title: string, file: string, tests: { status: string }[] }[] | undefined }} Suite
 */
/** @type {v.GenericSchema<unknown, Suite>} */
const suite = v.object({
  suites: v.optional(v.lazy(() => v.array(suite))),
  specs: v.optional(
    v.array(
      v.object({ title: v.string(), file: v.string(), tests: v.array(v.object({ status: v.string() })) }),
    ),
  ),
});
const browserReport = v.object({
  stats: v.object({
    expected: v.number(),
    unexpected: v.number(),
    skipped: v.number(),
    flaky: v.number(),
  }),
  suites: v.array(suite),
});

function vitestCounts() {
  const report = readReport('vitest.json', vitestReport);
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function browserCounts() {
  const { stats, suites } = readReport('browser.json', browserReport);
  const { expected, unexpected, skipped, flaky } = stats;
  return { passed: expected + flaky, failed: unexpected, skipped, unsteady: unsteadyIn(suites) };
}

/** Names of tests that passed only at their second try. @param {Suite[]} suites @returns {string[]} */
function unsteadyIn(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, title }) => `${file}: ${title}`),
    ...unsteadyIn(inner),
  ]);
}

/**
 * @template Report
 * @param {string} file
 * @param {v.GenericSchema<unknown, Report>} shape
 */
function readReport(file, shape) {
  return v.parse(v.pipe(v.string(), v.parseJson(), shape), readFileSync(`${results}/${file}`, 'utf8'));
}

const words = process.argv.slice(2);
const wanted = words.filter((word) => word !== '--long');
const lane = words.includes('--long') ? long : short;
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `test: no part ${unknown.join(', ')}; there are ${parts.map((part) => part.name).join(', ')}`,
  );
  process.exit(2);
}

// Looks for the browser first, not after ten minutes of tests.
const env = {
  ...process.env,
  CHROME_BIN: chromiumPath(),
  FORCE_COLOR: process.env.CI ? '0' : process.env.FORCE_COLOR,
};
// Written before any part runs, because all of them read it.
ensureTypes();
/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const unsteady = [];
/** Preparing scripts that have run already for an earlier part. @type {Set<readonly string[]>} */
const made = new Set();
const chosen = wanted.length === 0 ? lane : parts.filter(({ name }) => wanted.includes(name));
let failedPart;
for (let i = 0; i < chosen.length && !failedPart;) {
  const after = chosen.findIndex((part, at) => at > i && !part.beside);
  const together = chosen.slice(i, after < 0 ? chosen.length : after);
  i += together.length;
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  for (const { part, ending } of runTwoAtATime(together)) {
    console.log(`\n▶ ${part.name}`);
    const { status, seconds, output } = await ending;
    process.stdout.write(output);
    const counts = countOf(part, status);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    unsteady.push(...(counts.unsteady ?? []));
    console.log(`${status === 0 ? '✓' : '✗'} ${part.name}, ${seconds.toFixed(1)} s`);
    if (status !== 0) failedPart ??= part.name;
  }
}

/** @typedef {{ status: number, seconds: number, output: string }} Ended `output` is empty where it has been shown already */

/** @param {readonly Part[]} together in the order in which they begin */
function runTwoAtATime(together) {
  /** What ends when one of those ends that run now. @type {Set<Promise<unknown>>} */
  const running = new Set();
  let free = Promise.resolve();
  return together.map((part) => {
    const begun = free.then(() => {
      const ending = run(part, together.length > 1);
      /** @type {Promise<unknown>} */
      const ended = ending.then(() => running.delete(ended));
      running.add(ended);
      return { ending };
    });
    free = begun.then(async () => {
      if (running.size > 1) await Promise.race(running);
    });
    return { part, ending: begun.then(({ ending }) => ending) };
  });
}

/**
 * @param {Part} part
 * @param {boolean} keptBack whether its words wait for its end
 * @returns {Promise<Ended>}
 */
function run(part, keptBack) {
  const started = process.hrtime.bigint();
  const stream = keptBack ? 'pipe' : 'inherit';
  if (part.first && !made.has(part.first)) {
    const status = runScript(part.first);
    if (status === 0) made.add(part.first);
    else return Promise.resolve({ status, seconds: 0, output: '' });
  }
  const child = spawn(process.execPath, part.script, {
    stdio: ['ignore', stream, stream],
    env: { ...env, ...part.env },
  });
  let output = '';
  for (const pipe of [child.stdout, child.stderr])
    pipe?.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    const end = (/** @type {Parameters<typeof endOf>[1]} */ ended) => {
      const { status, why } = endOf(part.name, ended);
      const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
      resolve({ status, seconds, output: why ? `${output}${why}\n` : output });
    };
    child.once('error', (error) => end({ status: 1, error }));
    child.once('close', (status, signal) => end({ status, signal }));
  });
}

/** @param {Part} part @param {number} status @returns {Counts} */
function countOf(part, status) {
  const one = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  if (!part.count || !existsSync(results)) return one;
  try {
    const counts = part.count();
    // If the test runner fails although every test has passed, the part counts as failed.
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return one;
  }
}

for (const name of unsteady) console.log(`unsteady, passed at the second try: ${name}`);
if (failedPart) console.error(`\ntest: "${failedPart}" failed`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(failedPart ? 1 : 0);
