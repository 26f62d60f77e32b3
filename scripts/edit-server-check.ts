/** The story's checks as the development server asks them: files in, problems out. */
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, formatProblem, type Problem, type StoryFiles } from '../src/lib/story/index.js';

export function problemsOf(files: StoryFiles): readonly Problem[] {
  const checked = checkStory(files, kindSpecs, languageIdioms);
  return checked.ok ? [] : checked.problems;
}

/** A folder's problems, one a line as `npm run check:story` prints them; of one that can't be read, why. */
export function problemLines(folder: string, language: 'zh' | 'en'): readonly string[] {
  try {
    return problemsOf(readStoryFiles(folder)).map(
      (problem) => `${folder}/${formatProblem(problem, language)}`,
    );
  } catch (error) {
    return [`${folder}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
