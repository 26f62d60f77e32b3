/** The first minute: every way in works on any system, or says in one sentence what to do. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Linter } from 'eslint';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietFlags } from '../scripts/browser.mjs';
import { endOf, programFile, runScript } from '../scripts/child.mjs';
import { commandNames } from '../scripts/commands.mjs';
import { documentedCommands, documents } from '../scripts/documented.mjs';
import { takeOptions } from '../scripts/options.mjs';
import { portSentence } from '../scripts/port.mjs';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const work = mkdtempSync(join(tmpdir(), 'set-up-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly said: string;
}
/** Runs Node on these arguments. */
function node(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.trim() };
}
/** A sentence for a person: a line, and nothing of the program's insides. */
function expectSentence({ status, said }: Ended, ...words: readonly (string | RegExp)[]): void {
  expect(said).not.toMatch(/\n|Error:| at file:|node:internal/);
  for (const word of words) expect(said).toMatch(word);
  expect(status).toBe(1);
}

describe('the commands', () => {
  it('are all started the same way, by nothing but Node', () => {
    const others = Object.entries(manifest.scripts).filter(
      ([name, script]) => script !== `node scripts/command.cjs ${name}`,
    );
    expect(others).toEqual([]);
    expect(Object.keys(manifest.scripts).toSorted()).toEqual(commandNames.toSorted());
  });

  it('start no shell and look up no program', () => {
    const sources = readdirSync('scripts').filter((name) => /\.[mc]?[jt]s$/.test(name));
    const starting = sources.filter((name) =>
      /shell: *true|\bexecSync\(|(?<!\.)\bexec\(|(spawn|execFile)(Sync)?\(\s*['"](npx|npm|node|sh|bash)['"]/.test(
        readFileSync(join('scripts', name), 'utf8'),
      ),
    );
    expect(starting).toEqual([]);
  });

  it('need nothing in PATH', () => {
    expect(node(['scripts/command.cjs', 'check:story'], { ...process.env, PATH: '' })).toMatchObject({
      status: 0,
    });
  });

  it('know for themselves what they are, whatever NODE_ENV a shell holds', () => {
    const env = { ...process.env, NODE_ENV: 'production' };
    const code = `process.on('exit', () => console.log('NODE_ENV', process.env.NODE_ENV));
      import('./scripts/commands.mjs').then(({ main }) => main(['none']));`;
    expect(node(['-e', code], env).said).toMatch(/NODE_ENV undefined/);
  });

  it('refuse what they do not know', () => {
    expectSentence(node(['scripts/command.cjs', 'biuld']), /no command "biuld"; there are dev, build/);
    expectSentence(node(['scripts/command.cjs', 'build', '--stroy=x']), /"--stroy=x" is not known here/);
  });
});

describe('a machine that lacks something', () => {
  /** The way in as an old Node, or in a folder where something is missing. */
  function wayIn(folder: string, version?: string): Ended {
    const at = join(work, folder);
    mkdirSync(join(at, 'scripts'), { recursive: true });
    cpSync('scripts/command.cjs', join(at, 'scripts/command.cjs'));
    cpSync('package.json', join(at, 'package.json'));
    writeFileSync(
      join(work, 'older.cjs'),
      `Object.defineProperty(process, 'versions', { value: { node: ${JSON.stringify(version)} } });`,
    );
    return node([
      ...(version ? ['--require', join(work, 'older.cjs')] : []),
      join(at, 'scripts/command.cjs'),
      'start',
    ]);
  }

  it.each(['10.24.1', '18.20.8', '20.18.3', '21.7.3', '22.12.0'])('Node %s is too old', (version) => {
    expectSentence(wayIn('old', version), /needs Node 20\.19.* or newer/, version, /nodejs\.org/);
  });

  it.each(['20.19.0', '20.20.2', '22.13.0', '24.1.0', '26.0.0'])('Node %s will do', (version) => {
    expectSentence(wayIn('old', version), /packages? /i);
  });

  it('the range is what the tools themselves need', () => {
    const range = (name: string): string =>
      (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as Manifest).engines.node;
    expect(manifest.engines.node).toBe('^20.19.0 || >=22.13.0');
    expect([range('vite'), range('eslint')]).toEqual([
      '^20.19.0 || >=22.12.0',
      '^20.19.0 || ^22.13.0 || >=24',
    ]);
  });

  it('the way in is written as an old Node reads it', () => {
    const text = readFileSync('scripts/command.cjs', 'utf8').replace(/^#!.*/, '').replace('import(', 'load(');
    const faults = new Linter().verify(text, {
      languageOptions: { ecmaVersion: 5, sourceType: 'commonjs' },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    });
    expect(faults.filter(({ fatal }) => fatal)).toEqual([]);
  });

  it.each(['#1', 'what?', '100%'])('a folder called "%s" cannot be built in', (name) => {
    expectSentence(wayIn(name), /rename or move it/, name);
  });

  it.each(['with spaces', '报告', 'a&b (c)'])('a folder called "%s" is no obstacle', (name) => {
    expectSentence(wayIn(name), /npm ci --include=dev/);
  });

  it('packages that are not there are installed by the command that is named', () => {
    expectSentence(wayIn('bare'), /Packages are missing/, /npm ci --include=dev/);
  });

  it('packages are installed whatever a shell holds: the tools are all there is', () => {
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('include=dev');
  });
});

describe('a program that does not start', () => {
  it('says why', () => {
    const nowhere = join(work, 'nowhere');
    const end = spawnSync(nowhere, []);
    expect(endOf('vite', end)).toMatchObject({ status: 1, why: expect.stringContaining('ENOENT') as string });
    expect(endOf('vite', { status: null, signal: 'SIGKILL' }).why).toMatch(/want of memory/);
    expect(endOf('vite', { status: 3, signal: null })).toEqual({ status: 3 });
    expect(runScript(['-e', 'process.exit(4)'])).toBe(4);
  });

  it.each(['vite', 'vitest', 'playwright', 'eslint', 'prettier', 'svelte-check', 'svelte-kit'])(
    '%s is found in its package',
    (program) => expect(readFileSync(programFile(program)).length).toBeGreaterThan(0),
  );
});

describe('options', () => {
  const names = ['STORY_DIR', 'SITE_URL', 'BASE_PATH', 'PORT', 'npm_config_story'];
  const before = names.map((name) => [name, process.env[name]] as const);
  const put = (entries: Readonly<Record<string, string | undefined>>): void => {
    for (const [name, value] of Object.entries(entries))
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
  };
  beforeEach(() => put(Object.fromEntries(names.map((name) => [name, undefined]))));
  afterEach(() => put(Object.fromEntries(before)));
  const small = 'examples/small-story';

  it.each([
    [['--story', small], {}],
    [[`--story=${small}`], {}],
    [[], { STORY_DIR: small }],
    // PowerShell has kept the -- for itself.
    [[], { npm_config_story: small }],
    [[small], { npm_config_story: 'true' }],
  ])('%j with %j chooses the story', (args, env) => {
    put(env);
    expect(takeOptions([...args, 'else'], ['story'])).toEqual(['else']);
    expect(process.env.STORY_DIR).toBe(small);
  });

  it.each([
    [['--story=nowhere'], /--story \(STORY_DIR\): "nowhere" is no folder here/],
    [['--story=README.md'], /is a file/],
    [['--story'], /--story needs a value/],
    [['--site=story.example'], /is no address of a site.*https:/],
    [['--base=news/'], /is no path below a host.*\/news\/report/],
    [['--port=abc'], /is no port/],
    [['--port=70000'], /is no port/],
  ])('%j is refused', (args, sentence) => {
    expect(() => takeOptions(args, ['story', 'site', 'base', 'port'])).toThrow(sentence);
  });

  it('are refused before anything is done, in one sentence', () => {
    expectSentence(node(['scripts/command.cjs', 'build', '--story=nowhere']), /is no folder here/);
    expectSentence(
      node(['scripts/command.cjs', 'build'], { ...process.env, SITE_URL: 'story.example' }),
      /SITE_URL/,
    );
  });
});

describe('a port that is taken', () => {
  it.each(['start', 'dev', 'serve'])(
    'npm run %s says so before it does anything, and offers another',
    async (name) => {
      const other = createServer();
      await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
      const { port } = other.address() as { port: number };
      const child = spawn(process.execPath, ['scripts/command.cjs', name, `--port=${port}`]);
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => (said += String(chunk)));
      const status = await new Promise<number | null>((done) => child.once('close', done));
      other.close();
      expectSentence(
        { status, said: said.trim() },
        `Port ${port} is taken`,
        /next free port: npm .* -- --port=\d+/,
      );
    },
  );

  it('that only an administrator may use is told apart', async () => {
    const sentence = await portSentence(80, 'EACCES', 'npm start');
    expect(sentence).toMatch(/^Port 80 may not be used by you .* npm start -- --port=\d{4}$/);
  });
});

describe('two builds in one folder', () => {
  it('take turns, also after one that was killed', async () => {
    const at = join(work, 'turns');
    mkdirSync(join(at, '.story'), { recursive: true });
    // The number of a process that has ended.
    writeFileSync(join(at, '.story/building'), String(spawnSync(process.execPath, ['-e', '']).pid));
    const code = `import { takeTurn } from ${JSON.stringify(resolve('scripts/turn.mjs'))};
      import { appendFileSync } from 'node:fs';
      await takeTurn(); appendFileSync('log', 'in ');
      setTimeout(() => appendFileSync('log', 'out '), 700);`;
    const run = () =>
      spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: at, stdio: 'ignore' });
    await Promise.all([run(), run()].map((child) => new Promise((done) => child.once('close', done))));
    expect(readFileSync(join(at, 'log'), 'utf8')).toBe('in out in out ');
  });
});

describe('the build that tests look at', () => {
  const at = join(work, 'project');
  const run = (): Ended =>
    spawned(
      `import { freshSite } from ${JSON.stringify(resolve('scripts/site.mjs'))}; console.log(freshSite());`,
    );
  function spawned(code: string): Ended {
    const env = { ...process.env };
    for (const name of ['BUILD_DIR', 'STORY_DIR', 'SITE_URL', 'BASE_PATH']) Reflect.deleteProperty(env, name);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: at,
      env,
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  }

  it('is built when there is none or an older one, and stands apart from build/', () => {
    for (const folder of ['src', 'data', 'scripts', 'build'])
      mkdirSync(join(at, folder), { recursive: true });
    writeFileSync(join(at, 'src/page'), 'one');
    writeFileSync(join(at, 'build/index.html'), 'served to somebody');
    writeFileSync(join(at, 'scripts/build.mjs'), '');
    // In place of the real build: a page that holds the source.
    writeFileSync(
      join(at, 'scripts/command.cjs'),
      `const fs = require('fs'); const out = process.argv[3].slice(6);
      fs.mkdirSync(out, { recursive: true }); fs.copyFileSync('src/page', out + '/index.html');
      import(${JSON.stringify(resolve('scripts/site.mjs'))}).then((site) => site.noteBuild(out, site.sourcesNow()));`,
    );
    const page = () => readFileSync(join(at, '.story/site/index.html'), 'utf8');
    expect(run().said).toMatch(/Nothing is built yet/);
    expect(page()).toBe('one');
    expect(run()).toEqual({ status: 0, said: `.story/site\n` });
    writeFileSync(join(at, 'src/page'), 'two');
    expect(run().said).toMatch(/The sources have changed/);
    expect(page()).toBe('two');
    writeFileSync(join(at, '.story/site/index.html'), 'meddled with');
    expect(run().status).toBe(0);
    expect(page()).toBe('two');
    expect(readFileSync(join(at, 'build/index.html'), 'utf8')).toBe('served to somebody');
  });

  it('is the only one that tests, benches and the size name', () => {
    const readers = [
      ...['scripts', 'tests', 'tests/built', 'tests/browser', 'tests/engines'].flatMap((folder) =>
        readdirSync(folder).map((name) => join(folder, name)),
      ),
    ].filter(
      (path) => /\.(mjs|ts)$/.test(path) && !/(build|commands|site|set-up\.test)\.(mjs|ts)$/.test(path),
    );
    expect(readers.length).toBeGreaterThan(100);
    expect(
      readers.filter((path) =>
        /(serve|readdirSync|readFileSync|join)\(['"`]build['"`/]|\?\? ['"`]build['"`/]/.test(
          readFileSync(path, 'utf8'),
        ),
      ),
    ).toEqual([]);
  });
});

describe('the documents', () => {
  it('name commands that there are', () => {
    const commands = documentedCommands();
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.filter(({ name }) => name !== 'ci' && !(name in manifest.scripts))).toEqual([]);
  });

  it('ask for no shell of a certain kind', () => {
    const asking = documents().filter((path) =>
      /^[A-Z_]+=\S+ (npm|npx|node)|`[A-Z_]+=\S+ (npm|npx|node)/m.test(readFileSync(path, 'utf8')),
    );
    expect(asking).toEqual([]);
  });
});

it('what Playwright has off in the browser is off beside what we have off', () => {
  const source = readFileSync('node_modules/playwright-core/lib/coreBundle.js', 'utf8');
  const [, list = ''] = /\bdisabledFeatures = \[([^]*?)\]/.exec(source) ?? [];
  // Those of Edge alone are no matter here.
  const names = [...list.matchAll(/"((?!ms[A-Z])\w+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  const ours = quietFlags.find((flag) => flag.startsWith('--disable-features='));
  expect(names.filter((name) => !ours?.split(/[=,]/).includes(name ?? ''))).toEqual([]);
});
