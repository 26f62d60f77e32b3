/**
 * `npm run check:story`: checks the story in STORY_DIR (default `data`) and prints every problem on one line. `--lang=zh|en`
 * chooses the language. Exits with 1 if there is any problem.
 */
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../src/lib/server/read-story-files.js';
import { checkStory, formatProblem, type StoryFiles } from '../src/lib/story/index.js';
import { terminalLanguage, type MessageLanguage } from './terminal-language.js';

/** `--lang zh` and `--lang=zh` mean the same; any other argument is an error. */
function chosenLanguage(): MessageLanguage {
  const [word, ...others] = process.argv.slice(2).flatMap((argument) => argument.split('='));
  if (word === undefined) return terminalLanguage();
  const [given] = others;
  if (word === '--lang' && others.length === 1 && (given === 'zh' || given === 'en')) return given;
  console.error('npm run check:story -- --lang=zh (or --lang=en)');
  process.exit(2);
}

const language = chosenLanguage();
const folder = storyDir();

/** If the folder cannot be read (missing, or with a link that leads out of it), prints a plain message without a stack trace. */
function readFiles(): StoryFiles {
  try {
    return readStoryFiles(folder);
  } catch (error) {
    console.error(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

const checked = checkStory(readFiles(), kindSpecs, languageIdioms);
if (checked.ok) {
  const { figures, nonFigures, derived, sections, hidden } = checked.story;
  const steps = sections.reduce((count, section) => count + section.steps.length, 0);
  console.log(
    language === 'zh'
      ? `${folder}：通过。数字 ${figures.length}，非数字 ${nonFigures.length}，推算 ${derived.length}，节 ${sections.length}（隐藏 ${hidden.length}），步 ${steps}`
      : `${folder}: sound. ${figures.length} figures, ${nonFigures.length} other numerals, ${derived.length} derived, ${sections.length} sections (${hidden.length} hidden), ${steps} steps`,
  );
} else {
  for (const problem of checked.problems) console.log(`${folder}/${formatProblem(problem, language)}`);
  const count = checked.problems.length;
  console.error(
    language === 'zh' ? `共 ${count} 处问题` : `${count} ${count === 1 ? 'problem' : 'problems'}`,
  );
  process.exitCode = 1;
}
