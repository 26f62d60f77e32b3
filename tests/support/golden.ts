/** Reads the golden stories: the good one as it is, and each case as the good one with the case's own files in place of some. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStoryFiles } from '../../src/lib/server/read-story-files.js';
import { checkStory, formatProblem } from '../../src/lib/story/index.js';
import { recordTranslations } from '../../src/lib/story/record-translations.js';
import type { Checked, StoryFiles } from '../../src/lib/story/types.js';
import { goldenIdioms, goldenKinds } from './golden-kinds.js';

export const storiesFolder = 'tests/stories';
export const goodFiles: StoryFiles = readStoryFiles(join(storiesFolder, 'good'));

/** The cases: names of all folders beside the good story. */
export const caseNames: readonly string[] = readdirSync(storiesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'good')
  .map((entry) => entry.name)
  .sort();

/**
 * The files of a case: the good story's, with some replaced, and those listed in a file named `absent` removed. All translations
 * are recorded as up to date, unless the case is about that.
 */
export function caseFiles(name: string): StoryFiles {
  const files = new Map(goodFiles);
  const own = readStoryFiles(join(storiesFolder, name));
  for (const [path, bytes] of own) {
    if (path.startsWith('problems.')) continue;
    files.set(path, bytes);
  }
  const absent = absentOf(name);
  for (const path of absent) files.delete(path);
  const about = [...own.keys(), ...absent].some((path) => path.startsWith('story/translations/'));
  return about ? files : translated(files, 'en', goldenIdioms);
}

/** The files with every translation recorded as up to date; unchanged if they cannot be read. */
export function translated(
  files: StoryFiles,
  edition: string,
  idioms: Readonly<Record<string, readonly string[]>>,
): StoryFiles {
  const recording = recordTranslations(files, Object.keys(idioms), edition, []);
  if (!recording.ok) return files;
  const { path, text } = recording.recorded;
  return new Map(files).set(path, new TextEncoder().encode(text));
}

function absentOf(name: string): readonly string[] {
  const list = join(storiesFolder, name, 'absent');
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
}

export const check = (files: StoryFiles): Checked => checkStory(files, goldenKinds, goldenIdioms);

/** The complete output of a check, in both languages. */
export function printed(checked: Checked): string {
  if (checked.ok) return 'ok\n';
  const lines = (language: 'zh' | 'en'): string =>
    checked.problems.map((problem) => `${formatProblem(problem, language)}\n`).join('');
  return `${lines('zh')}\n${lines('en')}`;
}

/** The expected output of a case; empty if there is none yet. */
export function expectedOf(name: string): string {
  const file = join(storiesFolder, name, 'problems.txt');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Writes the actual output beside the expected one if they differ, and removes it once they agree. */
export function leaveActual(name: string, actual: string): void {
  const file = join(storiesFolder, name, 'problems.actual.txt');
  if (actual === expectedOf(name)) rmSync(file, { force: true });
  else writeFileSync(file, actual);
}
