/**
 * Writes an excerpt of the story that contains every chart kind, for tests that need not see every step: `node scripts/run.mjs
 * scripts/excerpt.ts <folder>`. The other sections are deleted as an editor would delete them, so the excerpt is a complete story
 * that passes the checks, without a word or number that is not in the real one.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sort } from 'd3';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { applyEdit, toFiles, toStoryFiles, type Files } from '../src/lib/edit/files/index.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, type Section } from '../src/lib/story/index.js';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/run.mjs scripts/excerpt.ts <folder>');

/** @returns undefined if the story is unsound */
function sectionsOf(files: Files): readonly Section[] | undefined {
  const checked = checkStory(toStoryFiles(files), kindSpecs, languageIdioms);
  return checked.ok ? checked.story.sections : undefined;
}

const kindsIn = (sections: readonly Section[]) =>
  new Set(sections.flatMap(({ stage }) => stage.map(({ kind }) => kind)));

let files = toFiles(readStoryFiles('data'));
const sections = sectionsOf(files);
if (!sections) throw new Error('the story is unsound: npm run check:story');
const kinds = kindsIn(sections).size;
// Tries to delete the longest sections first, so that the excerpt is short.
for (const { id, pin } of sort(sections, ({ steps }) => -steps.length)) {
  if (pin) continue;
  const edited = applyEdit(files, { type: 'delete-section', id });
  // A section that others refer to must stay, or the story would be unsound.
  const left = edited.ok ? sectionsOf(edited.files) : undefined;
  if (edited.ok && left && kindsIn(left).size === kinds) ({ files } = edited);
}

rmSync(folder, { recursive: true, force: true });
for (const [path, bytes] of toStoryFiles(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}
