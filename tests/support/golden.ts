/** Reads the golden stories: the good one whole, each case as the good one with its own files laid over it. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStoryFiles } from '../../src/lib/server/read-story-files.js';
import { checkStory, formatProblem } from '../../src/lib/story/index.js';
import { recordTranslations } from '../../src/lib/story/record-translations.js';
import type { Checked, StoryFiles } from '../../src/lib/story/types.js';
import { goldenIdioms, goldenKinds } from './golden-kinds.js';

export const storiesFolder = 'tests/stories';
export const goodFiles: StoryFiles = readStoryFiles(join(storiesFolder, 'good'));

/** Every folder beside the good story. */
export const caseNames: readonly string[] = readdirSync(storiesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'good')
  .map((entry) => entry.name)
  .sort();

/**
 * The good story with other files; a list named `absent` takes files away. Cases that are not about it have up-to-date
 * translations, whatever they change.
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

/** The same files with every translation recorded as it stands; unchanged where they cannot be read. */
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
