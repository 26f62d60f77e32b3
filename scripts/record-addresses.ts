/**
 * `npm run addresses`: adds to story/addresses.yaml, in STORY_DIR (default `data`), each address of the published story that is
 * not in it yet. Done before a release; from then on the build keeps all of them leading somewhere.
 */
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../src/lib/server/read-story-files.js';
import { addressesPath } from '../src/lib/story/addresses.js';
import { checkStory, formatProblem } from '../src/lib/story/index.js';
import { recordAddresses } from '../src/lib/story/record-addresses.js';
import { saveWhole } from './save-whole.js';

const folder = storyDir();
const files = readStoryFiles(folder);
const checked = checkStory(files, kindSpecs, languageIdioms);
if (checked.ok) {
  const { text, added } = recordAddresses(files, checked.story);
  if (added.length > 0) saveWhole(`${folder}/${addressesPath}`, text);
  for (const address of added) console.log(address);
  console.log(
    added.length > 0 ? `${folder}/${addressesPath}: ${added.length} recorded` : 'nothing to record',
  );
} else {
  for (const problem of checked.problems) console.error(`${folder}/${formatProblem(problem, 'en')}`);
  process.exitCode = 1;
}
