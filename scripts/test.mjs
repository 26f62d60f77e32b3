#!/usr/bin/env node
/**
 * Everything that the project promises, in the order in which a fault is cheapest to find. Stops at the first part
 * that fails, and closes with one line that counts the tests.
 *
 *   npm test                     all parts
 *   npm test -- lint unit        only these
 *
 * It knows the parts' names and commands, nothing of what they test.
 */
import { execSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chromiumPath } from './browser.mjs';

const results = 'test-results';
const vitest = (project) =>
  `npx vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${results}/vitest.json`;

// Told where it stands: there what is read away from the site has whole addresses. The story itself is built without.
const small = { STORY_DIR: 'examples/small-story', SITE_URL: 'https://reports.example/small/' };

/**
 * `count` reads how many tests a part ran; a part without it is one test. Parts that only read and keep one core busy run `beside`
 * the one before, their words kept back until it is their turn.
 */
const parts = [
  { name: 'types', command: 'npx svelte-check --fail-on-warnings' },
  { name: 'lint', command: 'npx eslint . --max-warnings 0', beside: true },
  { name: 'format', command: 'npx prettier --check --log-level warn .', beside: true },
  { name: 'story', command: 'npm run --silent check:story', beside: true },
  { name: 'unit', command: vitest('unit'), count: () => vitestCounts() },
  // Another report on the same code goes first, so that what stays in build/ is the story itself.
  { name: 'small-build', command: 'npm run --silent build', env: small },
  // Of the tests about the built site, those that hold for any story.
  {
    name: 'small-built',
    command: `${vitest('built')} charts embed numbers pages report story.test`,
    env: small,
    count: () => vitestCounts(),
  },
  { name: 'build', command: 'node scripts/try-commands.mjs' },
  { name: 'built', command: vitest('built'), count: () => vitestCounts() },
  { name: 'browser', command: 'npx playwright test', count: () => browserCounts() },
  { name: 'size', command: 'npm run --silent size' },
];

function vitestCounts() {
  const report = readReport('vitest.json');
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function browserCounts() {
  const { expected, unexpected, skipped } = readReport('browser.json').stats;
  return { passed: expected, failed: unexpected, skipped };
}

function readReport(file) {
  return JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `test: no part ${unknown.join(', ')}; there are ${parts.map((part) => part.name).join(', ')}`,
  );
  process.exit(2);
}

// The browser comes first: to learn after ten minutes that there is none helps nobody.
const env = {
  ...process.env,
  CHROME_BIN: chromiumPath(),
  FORCE_COLOR: process.env.CI ? '0' : process.env.FORCE_COLOR,
};
// Every part reads what this writes, so it is written before any of them runs.
execSync('npx svelte-kit sync', { stdio: 'inherit' });
const total = { passed: 0, failed: 0, skipped: 0 };
const chosen = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
let failedPart;
for (let i = 0; i < chosen.length && !failedPart;) {
  const after = chosen.findIndex((part, at) => at > i && !part.beside);
  const together = chosen.slice(i, after < 0 ? chosen.length : after);
  i += together.length;
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const running = together.map((part) => run(part, together.length > 1));
  for (const [at, part] of together.entries()) {
    console.log(`\n▶ ${part.name}`);
    const { status, seconds, output } = await running[at];
    process.stdout.write(output);
    const counts = countOf(part, status);
    for (const key of Object.keys(total)) total[key] += counts[key];
    console.log(`${status === 0 ? '✓' : '✗'} ${part.name}, ${seconds.toFixed(1)} s`);
    if (status !== 0) failedPart ??= part.name;
  }
}

/** @returns {Promise<{ status: number, seconds: number, output: string }>} `output` is empty where it has been shown already */
function run(part, keptBack) {
  const started = process.hrtime.bigint();
  const stream = keptBack ? 'pipe' : 'inherit';
  const child = spawn(part.command, {
    shell: true,
    stdio: ['ignore', stream, stream],
    env: { ...env, ...part.env },
  });
  let output = '';
  for (const pipe of [child.stdout, child.stderr])
    pipe?.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
      resolve({ status: code ?? 1, seconds, output });
    });
  });
}

function countOf(part, status) {
  const one = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  if (!part.count || !existsSync(results)) return one;
  try {
    const counts = part.count();
    // A runner that ends badly with every test well has failed all the same.
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return one;
  }
}

if (failedPart) console.error(`\ntest: "${failedPart}" failed`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(failedPart ? 1 : 0);
