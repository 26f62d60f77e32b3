/**
 * What `npm run build:all` adds to a site while it is built: everything that readers take away and only a browser can make. Run by
 * scripts/build.mjs with the folder of the unfinished site; tests name steps to have only those.
 *
 *   node scripts/run.mjs scripts/take-away/make.ts <folder> [<section>--<step> …]
 */
import { basename, join } from 'node:path';
import { kindSpecs } from '../../src/lib/charts/specs.js';
import { languageIdioms } from '../../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../../src/lib/server/read-story-files.js';
import { siteUrl } from '../../src/lib/server/site-url.js';
import { checkStory } from '../../src/lib/story/index.js';
import { documentPath, documents } from '../../src/lib/view/pictures.js';
import { makeLongPicture } from './long-picture.mjs';
import { makePdfs } from './pdfs.mjs';
import { makePictures } from './pictures.js';
import { makeSingleFiles } from './single-files.mjs';

const [folder, ...steps] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: run.mjs scripts/take-away/make.ts <folder of the site>');
const checked = checkStory(readStoryFiles(storyDir()), kindSpecs, languageIdioms);
// The build has checked it; a story that has changed since then is another one.
if (!checked.ok) throw new Error('the story has changed while it was built, and has problems now');
const { files, taken } = await makePictures(
  folder,
  checked.story,
  siteUrl?.href,
  steps.length > 0 ? new Set(steps) : undefined,
);
console.log(`pictures: ${files} files, ${taken * 2} of them made anew`);

if (steps.length === 0) {
  const target = join(folder, 'download');
  const options = { site: siteUrl?.href };
  const names = [
    ...makeSingleFiles(folder, target, options),
    ...(await makePdfs(folder, target, options)),
    ...(await makeLongPicture(folder, target, options)),
  ];
  for (const edition of checked.story.editions)
    for (const { ending } of documents)
      if (!names.includes(basename(documentPath(edition, ending))))
        throw new Error(`the story's foot leads to ${documentPath(edition, ending)}, which is not made`);
  console.log(`documents: ${names.length} files`);
}
