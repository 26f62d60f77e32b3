/**
 * Every npm command by name. Each is self-contained: it makes everything that it needs, so that any of them can be the first one
 * after `npm ci`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become, programFile, runScript } from './child.mjs';
import { codeOf } from './error-code.mjs';
import { linter } from './linter.mjs';
import { ensureTypes, make } from './made.mjs';
import { Refusal, refuseOthers, storyOptions, takeOptions } from './options.mjs';
import { portFor, portSentence } from './port.mjs';

/** Runs scripts one after the other and stops at the first that fails. @param {readonly (readonly string[])[]} scripts */
function inTurn(...scripts) {
  for (const script of scripts) {
    const status = runScript(script);
    if (status !== 0) process.exit(status);
  }
}

/**
 * A command that runs a TypeScript script.
 * @param {string} script
 * @param {readonly string[]} fixed arguments that are always passed first
 */
const typed =
  (script, ...fixed) =>
  (/** @type {string[]} */ args) =>
    inTurn(['scripts/run.mjs', `scripts/${script}`, ...fixed, ...args]);

/** A command that runs a JavaScript script in this process. @param {string} script */
const plain = (script) => async (/** @type {string[]} */ args) => {
  process.argv = [process.execPath, fileURLToPath(new URL(script, import.meta.url)), ...args];
  await import(`./${script}`);
};

/**
 * A command that runs a whole test suite, of which `npm test` runs only a part.
 * @param {Record<string, string>} whole environment variables by which the tests know that they run in full
 * @param {readonly string[]} program with its arguments
 */
const suite = (whole, program) => async (/** @type {string[]} */ args) => {
  ensureTypes();
  // Variables that are already set take precedence.
  Object.assign(process.env, { ...whole, ...process.env });
  const [name = '', ...fixed] = program;
  await become(name, [...fixed, ...args]);
};
const browser = (/** @type {Record<string, string>} */ whole, /** @type {string[]} */ ...files) =>
  suite(whole, ['playwright', 'test', ...files]);
const unit = (/** @type {Record<string, string>} */ whole, /** @type {string[]} */ ...files) =>
  suite(whole, ['vitest', 'run', '--project', 'unit', ...files]);

/** @param {string[]} args */
async function dev(args) {
  const port = await portFor(Number(process.env.PORT ?? 5173), 'npm run dev');
  await make('story-schemas.ts', 'heading-font.ts', 'embed-scripts.ts');
  await become('vite', ['dev', '--port', String(port), '--strictPort', ...args]);
}

/** @param {string[]} args */
function build(args) {
  refuseOthers(args, [...storyOptions, 'out']);
  return plain('build.mjs')([]);
}

/** @param {string[]} args */
function buildAll(args) {
  process.env.PICTURES = '1';
  return build(args);
}

/** @param {string[]} args */
async function start(args) {
  refuseOthers(args, [...storyOptions, 'out', 'port']);
  // Before the build, which takes a minute: without a port it would be in vain.
  const port = await portFor(Number(process.env.PORT ?? 4173), 'npm start');
  const out = process.env.BUILD_TARGET ?? 'build';
  inTurn(['scripts/build.mjs']);
  await serveAt(out, port, 'npm start');
}

/** @param {string[]} args `--dir` serves another folder than `build` */
async function serve(args) {
  const dir = args[0] === '--dir' ? args[1] : /^--dir=(.*)$/.exec(args[0] ?? '')?.[1];
  if (dir === undefined) refuseOthers(args, ['dir', 'port']);
  const port = await portFor(Number(process.env.PORT ?? 4173), 'npm run serve');
  const folder = dir ?? 'build';
  if (!existsSync(join(folder, 'index.html')))
    throw new Refusal(`${folder}/ holds no built story: \`npm start\` builds one and serves it`);
  await serveAt(folder, port, 'npm run serve');
}

/**
 * Serves a folder; refuses with a message if another program has taken the port meanwhile.
 * @param {string} folder
 * @param {number} port
 * @param {string} command
 */
async function serveAt(folder, port, command) {
  try {
    await plain('serve.mjs')(['--dir', folder, '--port', String(port)]);
  } catch (error) {
    const code = codeOf(error);
    throw code === 'EADDRINUSE' ? new Refusal(await portSentence(port, code, command)) : error;
  }
}

/** @type {Record<string, { run: (args: string[]) => unknown, options?: readonly string[] }>} */
const commands = {
  dev: { run: dev, options: ['port'] },
  build: { run: build, options: ['out'] },
  'build:all': { run: buildAll, options: ['out'] },
  start: { run: start, options: ['out', 'port'] },
  serve: { run: serve, options: ['port'] },
  'check:story': { run: typed('check-story.ts') },
  schemas: { run: typed('story-schemas.ts') },
  addresses: { run: typed('record-addresses.ts') },
  translated: { run: typed('translated.ts') },
  'check:types': { run: checkTypes },
  lint: { run: lint },
  format: { run: (args) => become('prettier', ['--write', '.', ...args]) },
  test: { run: plain('test.mjs') },
  'test:long': { run: (args) => plain('test.mjs')(['--long', ...args]) },
  'test:unit': { run: unit({}) },
  'test:built': { run: suite({}, ['vitest', 'run', '--project', 'built']) },
  'test:browser': { run: browser({}) },
  'test:commands': { run: plain('try-commands.mjs') },
  'test:editions': { run: browser({ ALL_STEPS: '1' }, 'editions', 'links') },
  'test:walks': { run: browser({ WALKS: '100' }, 'walks') },
  'test:a11y': { run: browser({ A11Y: 'all' }, 'axe', 'layout.spec') },
  'test:editing': { run: browser({ EDITING: 'all' }, 'edit-') },
  'test:older': { run: browser({ OLDER: 'all' }, 'older-engines') },
  'test:faults': { run: browser({ ALL_FAULTS: '1' }, 'tests/browser/faults.spec.ts') },
  'test:pictures': { run: browser({ ALL_PICTURES: '1' }, 'tests/browser/pictures.spec.ts') },
  'test:moves': { run: browser({ MOVES: 'all' }, 'edit-saving') },
  'test:crashes': { run: browser({ CRASHES: '100' }, 'edit-draft') },
  'test:hosts': {
    run: browser(
      { HOSTS: 'all' },
      ...[
        'hosts',
        'sizing',
        'story',
        'reach',
        'targets',
        'late',
        'peace',
        'strange',
        'wishes',
        'hostile',
      ].map((name) => `embed-${name}`),
    ),
  },
  'test:kills': { run: unit({ KILLS: '100' }, 'tests/kills.test.ts') },
  'test:mutants': {
    run: unit(
      { MUTANTS: 'all' },
      ...['mutants', 'quotations', 'hostile'].map((name) => `tests/${name}.test.ts`),
    ),
  },
  'test:orders': { run: unit({ ORDERS: '200' }, 'tests/orders.test.ts') },
  'test:edits': { run: unit({ EDITS: '5000' }, 'tests/edits.test.ts') },
  'test:engines': { run: (args) => inTurn(['scripts/run.mjs', 'tests/engines/run.ts', ...args]) },
  'freeze:embed': { run: typed('embed-scripts.ts', '--freeze') },
  pdf: { run: pdf, options: ['out'] },
  size: { run: plain('size.mjs') },
  look: { run: typed('look.ts') },
  bench: { run: plain('bench.mjs') },
  'bench:edit': { run: benchEdit },
};

export const commandNames = Object.keys(commands);

/** @param {string[]} args */
async function checkTypes(args) {
  inTurn([programFile('svelte-kit'), 'sync']);
  await become('svelte-check', ['--fail-on-warnings', ...args]);
}

function lint() {
  ensureTypes();
  Object.assign(process.env, linter.env);
  inTurn(linter.script, [programFile('prettier'), '--check', '.']);
}

/** @param {string[]} args */
function pdf(args) {
  refuseOthers(args, [...storyOptions, 'out']);
  return plain('take-away/pdf.mjs')([]);
}

/** @param {string[]} args */
async function benchEdit(args) {
  inTurn(
    ['scripts/run.mjs', 'scripts/generated-story.ts', '.story/many', '200'],
    ['scripts/run.mjs', 'scripts/generated-story.ts', '.story/twenty', '20'],
  );
  await plain('bench-edit.mjs')(args);
}

/**
 * @param {readonly string[]} args the command's name and its arguments
 */
export async function main([name = '', ...args]) {
  // If NODE_ENV were set in the shell, it would make the development server save nothing, or a build slow. Each program sets it
  // itself.
  delete process.env.NODE_ENV;
  try {
    const command = commands[name];
    if (!command) throw new Refusal(`no command "${name}"; there are ${commandNames.join(', ')}`);
    await command.run(takeOptions(args, [...storyOptions, ...(command.options ?? [])]));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
