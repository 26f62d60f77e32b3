/** `npm run translated` as a person runs it, on a copy of the golden story. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'translated-'));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync('tests/stories/good', folder, { recursive: true });
const lock = join(folder, 'story/translations/en.yaml');
const close = join(folder, 'story/sections/close.yaml');

function run(...parameters: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, STORY_DIR: folder };
  const script = ['scripts/run.mjs', 'scripts/translated.ts', ...parameters];
  return spawnSync(process.execPath, script, { env, encoding: 'utf8' });
}

it('records what has been brought up to date, once, and leaves nothing else behind', () => {
  const before = readFileSync(lock, 'utf8');
  writeFileSync(close, readFileSync(close, 'utf8').replace('通告到此为止', '通告就到这里'));
  expect(run('en', 'visits').stdout).toBe('nothing to record\n');
  const recorded = run('en', 'close');
  expect(recorded.status).toBe(0);
  expect(recorded.stdout).toContain('brought up to date: story/sections/close.yaml steps.end\n');
  const after = readFileSync(lock, 'utf8').split('\n');
  expect(before.split('\n').filter((line, i) => line !== after[i])).toHaveLength(1);
  expect(readdirSync(join(folder, 'story/translations'))).toEqual(['en.yaml']);
});

it.each([
  [['en', 'closed'], 1, 'no section "closed"; nearest: close'],
  [['zh'], 1, 'no translation "zh"; one of en'],
  [['--all'], 2, 'usage: npm run translated'],
])('refuses %j', (parameters, status, words) => {
  const before = readFileSync(lock, 'utf8');
  const refused = run(...parameters);
  expect(refused.status).toBe(status);
  expect(refused.stderr).toContain(words);
  expect(readFileSync(lock, 'utf8')).toBe(before);
});
