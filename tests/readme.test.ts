/** A command in the README that nobody runs is a command that has stopped working. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../scripts/commands.mjs';
import { takeOptions } from '../scripts/options.mjs';

const readme = readFileSync('README.md', 'utf8');
const lines = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .flatMap((line) => line.split('&&'))
  .map((line) => line.trim())
  .filter((line) => line !== '');
/** What `npm run test:commands` would run, by its own word: it reads the documents in another way than this test. */
const tried = spawnSync(process.execPath, ['scripts/try-commands.mjs', 'list'], { encoding: 'utf8' })
  .stdout.split('\n')
  .map((line) => line.replace(/ {3}\(.*\)$/, ''));

describe('the README', () => {
  it('has commands', () => expect(lines.length).toBeGreaterThan(5));

  // Installing is what each of the others is tried after.
  it.each(lines.filter((line) => line !== 'npm ci'))('says "%s", which is tried as a first command', (line) =>
    expect(tried).toContain(line),
  );

  it.each(lines.filter((line) => line !== 'npm ci'))(
    'says "%s", which there is, with its options',
    (line) => {
      const [, name = '', args = ''] = /^npm (?:run )?([\w:]+)(?: -- (.*))?$/.exec(line) ?? [];
      expect(commandNames).toContain(name);
      expect(optionsLeft(args)).toEqual([]);
    },
  );

  it('links to files that there are', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    const inside = targets.filter((target) => !/^https:/.test(target));
    expect(inside.length).toBeGreaterThan(10);
    expect(inside.filter((target) => !existsSync(target))).toEqual([]);
  });
});

/** What a command would not understand of these arguments. @throws where a value can't be used */
function optionsLeft(args: string): string[] {
  const before = { ...process.env };
  try {
    return takeOptions(args.split(' ').filter(Boolean), ['story', 'site', 'base', 'out', 'port']);
  } finally {
    for (const name of ['STORY_DIR', 'SITE_URL', 'BASE_PATH', 'BUILD_TARGET', 'PORT'])
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
  }
}

describe('docs/tests.md', () => {
  const text = readFileSync('docs/tests.md', 'utf8');
  it.each([
    ['tests/', '.test.ts'],
    ['tests/built/', '.test.ts'],
    ['tests/browser/', '.spec.ts'],
  ])('has a row for each file of %s, and no other', (folder, ending) => {
    const [, part = ''] = text.split(new RegExp(`^## .*\`${folder}\`$`, 'm'));
    const [table = ''] = part.split(/^## /m);
    const rows = [...table.matchAll(/^\| ([a-z][\w-]*) +\|/gm)].map(([, name]) => name).slice(1);
    const files = readdirSync(folder).filter((name) => name.endsWith(ending));
    expect(rows).toEqual(files.map((name) => name.slice(0, -ending.length)).sort());
  });
});
