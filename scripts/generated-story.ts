/**
 * Writes a story with any number of sections, copied from the real story, for measuring: `node scripts/run.mjs
 * scripts/generated-story.ts <folder> <sections>`. A copy follows its original, without pin, passage and references to other
 * sections.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdit, readOrderLines, toFiles } from '../src/lib/edit/files/index.js';
import { defined } from '../src/lib/invariants/defined.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';

const [folder = '', wanted = '200'] = process.argv.slice(2);
if (folder === '')
  throw new Error('usage: node scripts/run.mjs scripts/generated-story.ts <folder> <sections>');
let files = toFiles(readStoryFiles('data'));
const lines = () => {
  const read = readOrderLines(files);
  return read.ok ? read.lines : [];
};
const originals = lines()
  .slice(1, -1)
  .map(({ id }) => id);
for (let i = 0; lines().length < Number(wanted); i += 1) {
  const id = defined(originals[i % originals.length], 'section to copy');
  const as = `${id}-${Math.floor(i / originals.length) + 2}`;
  for (const edit of [
    { type: 'duplicate-section', id, as } as const,
    { type: 'show-section', id: as } as const,
  ]) {
    const edited = applyEdit(files, edit);
    if (!edited.ok) throw new Error(`${as}: ${edited.problem.message.en}`);
    files = edited.files;
  }
}
cpSync('data', folder, { recursive: true });
mkdirSync(join(folder, 'story', 'sections'), { recursive: true });
for (const [path, text] of Object.entries(files)) {
  if (path.startsWith('story/') && readOrNothing(join(folder, path)) !== text)
    writeFileSync(join(folder, path), text);
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
