/** A command in the README that nobody runs is a command that has stopped working. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
  .scripts;

/** Where each command is run, and the words by which that file runs it. */
const exercised: Readonly<Record<string, { readonly file: string; readonly by: string }>> = {
  'npm ci': { file: '.ci/run', by: 'npm ci' },
  'npm test': { file: '.ci/run', by: 'npm test' },
  'npm start': { file: 'scripts/try-commands.mjs', by: "['start']" },
  'npm run dev': { file: 'scripts/try-commands.mjs', by: "['run', 'dev']" },
  'npm run check:story': { file: 'tests/readme.test.ts', by: "'check:story'" },
  'npm run build': { file: 'scripts/test.mjs', by: 'npm run --silent build' },
  'npm run size': { file: 'scripts/test.mjs', by: 'npm run --silent size' },
  'SITE_URL=https://story.example/ npm run build': {
    file: 'scripts/test.mjs',
    by: 'SITE_URL: ',
  },
  'STORY_DIR=examples/small-story npm run build': {
    file: 'scripts/test.mjs',
    by: "STORY_DIR: 'examples/small-story'",
  },
};

const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .filter((line) => line.trim() !== '');

describe('the README', () => {
  it('has commands', () => expect(commands.length).toBeGreaterThan(5));

  it.each(commands)('says "%s", which is run by a test', (command) => {
    const where = exercised[command];
    expect(where, `${command} is run nowhere: add it to a test, then here`).toBeDefined();
    if (where) expect(readFileSync(where.file, 'utf8')).toContain(where.by);
    const [, script] = /npm (?:run )?(\S+)$/.exec(command) ?? [];
    if (script !== 'ci') expect(Object.keys(scripts)).toContain(script);
  });

  it('tells the truth about checking a story', () => {
    const said = execFileSync('npm', ['run', '--silent', 'check:story'], { encoding: 'utf8' });
    expect(said).not.toBe('');
  });

  it('links to files that there are', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !/^https:/.test(target) && !existsSync(target))).toEqual([]);
  });
});
