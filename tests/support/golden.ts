/** Reads the golden stories: the good one whole, each case as the good one with its own files laid over it. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStoryFiles } from '../../src/lib/server/read-story-files.js';
import { checkStory, formatProblem } from '../../src/lib/story/index.js';
import type { Checked, StoryFiles } from '../../src/lib/story/types.js';
import { goldenIdioms, goldenKinds } from './golden-kinds.js';

export const storiesFolder = 'tests/stories';
export const goodFiles: StoryFiles = readStoryFiles(join(storiesFolder, 'good'));

/** Every folder beside the good story. */
export const caseNames: readonly string[] = readdirSync(storiesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'good')
  .map((entry) => entry.name)
  .sort();

/** The good story with other files; a list named `absent` takes files away. */
export function caseFiles(name: string): StoryFiles {
  const files = new Map(goodFiles);
  for (const [path, bytes] of readStoryFiles(join(storiesFolder, name))) {
    if (path.startsWith('problems.')) continue;
    files.set(path, bytes);
  }
  for (const path of absentOf(name)) files.delete(path);
  return files;
}

function absentOf(name: string): readonly string[] {
  const list = join(storiesFolder, name, 'absent');
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
}

export const check = (files: StoryFiles): Checked => checkStory(files, goldenKinds, goldenIdioms);

/** The whole output of a check, in both languages. */
export function printed(checked: Checked): string {
  if (checked.ok) return 'ok\n';
  const lines = (language: 'zh' | 'en'): string =>
    checked.problems.map((problem) => `${formatProblem(problem, language)}\n`).join('');
  return `${lines('zh')}\n${lines('en')}`;
}

/** What the case expects; nothing when nobody has said yet. */
export function expectedOf(name: string): string {
  const file = join(storiesFolder, name, 'problems.txt');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Leaves what came instead beside what was expected, or takes it away once they agree. */
export function leaveActual(name: string, actual: string): void {
  const file = join(storiesFolder, name, 'problems.actual.txt');
  if (actual === expectedOf(name)) rmSync(file, { force: true });
  else writeFileSync(file, actual);
}
