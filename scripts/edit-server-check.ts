/** Runs the story's checks for the development server: takes files, returns problems. */
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, formatProblem, type Problem, type StoryFiles } from '../src/lib/story/index.js';

export function problemsOf(files: StoryFiles): readonly Problem[] {
  const checked = checkStory(files, kindSpecs, languageIdioms);
  return checked.ok ? [] : checked.problems;
}

/**
 * The problems of a folder's story, one per line as `npm run check:story` prints them; if the folder cannot be read, the reason.
 */
export function problemLines(folder: string, language: 'zh' | 'en'): readonly string[] {
  try {
    return problemsOf(readStoryFiles(folder)).map(
      (problem) => `${folder}/${formatProblem(problem, language)}`,
    );
  } catch (error) {
    return [`${folder}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
