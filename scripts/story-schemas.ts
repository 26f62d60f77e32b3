/**
 * `npm run schemas`: writes JSON Schemas of the section and order files to `.story/schemas/`, where `.vscode/settings.json`
 * refers to them, so that ids of figures, sections and chart kinds are completed while typing. They are not committed, because
 * the next new section would make them outdated. Does nothing if the story is not sound; the checks say why.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../src/lib/server/read-story-files.js';
import { checkStory, type Story } from '../src/lib/story/index.js';
import {
  addressesSchema,
  orderSchema,
  quotedWordsSchema,
  schemaNames,
  sectionSchema,
  untoldSchema,
} from '../src/lib/story/json-schema.js';

const folder = '.story/schemas';
const story = readStory();
if (story) {
  const names = schemaNames(story);
  const schemas = {
    section: sectionSchema(kindSpecs, names),
    order: orderSchema(names),
    addresses: addressesSchema(),
    untold: untoldSchema(),
    'quoted-words': quotedWordsSchema(names),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(schemas))
    writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`${folder}: ${Object.keys(schemas).join(', ')}`);
} else {
  console.error(`${storyDir()}: not sound yet, no schemas written; npm run check:story tells why`);
}

/**
 * The story; undefined if it is unsound or cannot be read. That is only reported, because the development server must start with
 * such a story.
 */
function readStory(): Story | undefined {
  try {
    const checked = checkStory(readStoryFiles(storyDir()), kindSpecs, languageIdioms);
    return checked.ok ? checked.story : checked.draft;
  } catch {
    return undefined;
  }
}
