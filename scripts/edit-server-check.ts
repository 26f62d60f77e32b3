/** The story's checks as the saving server asks them: files in, problems out. */
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { checkStory, type Problem, type StoryFiles } from '../src/lib/story/index.js';

export function problemsOf(files: StoryFiles): readonly Problem[] {
  const checked = checkStory(files, kindSpecs, languageIdioms);
  return checked.ok ? [] : checked.problems;
}
