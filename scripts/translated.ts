/**
 * `npm run translated -- en [sections]`: records that the translations of these sections (ids, or `story.yaml`; default: all) are
 * up to date with their present originals. For a person who has just compared them; the script compares nothing. Writes
 * story/translations/<edition>.yaml in STORY_DIR (default `data`), as a whole or not at all.
 */
import { join } from 'node:path';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../src/lib/server/read-story-files.js';
import { formatProblem } from '../src/lib/story/index.js';
import { recordTranslations } from '../src/lib/story/record-translations.js';
import { saveWhole } from './save-whole.js';

const [edition, ...sections] = process.argv.slice(2);
const folder = storyDir();

if (edition === undefined || [edition, ...sections].some((argument) => argument.startsWith('-'))) {
  console.error('usage: npm run translated -- <edition> [section ids, or story.yaml]');
  process.exit(2);
}
const recording = recordTranslations(readStoryFiles(folder), Object.keys(languageIdioms), edition, sections);
if (recording.ok) {
  const { path, text, changes } = recording.recorded;
  if (changes.length > 0) saveWhole(join(folder, path), text);
  for (const change of changes) console.log(change);
  console.log(changes.length > 0 ? `${folder}/${path}: ${changes.length} recorded` : 'nothing to record');
} else {
  for (const problem of recording.problems) console.error(`${folder}/${formatProblem(problem, 'en')}`);
  console.error(recording.refused);
  process.exitCode = 1;
}
