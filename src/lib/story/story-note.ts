/** Reads `story.yaml`: the story's title, description and editions. */
import { readBrief } from './brief.js';
import { defined } from '../invariants/defined.js';
import { readInlineTexts } from './inline.js';
import { oneOf, Problems, say } from './problems.js';
import { nearest } from './nearest.js';
import { readFields, readList, readWord } from './shape.js';
import type { StageReading } from './stage.js';
import { complete, readPlainTexts, readTexts, type Editions } from './texts.js';
import type { EditionCode, Section, Story } from './types.js';
import type { Node } from './yaml.js';

const keys = { required: ['editions', 'title', 'description', 'credit'], optional: ['brief'] } as const;

/** Reads the declared editions. If there is none, uses the first known language, so that checking can go on. */
export function readEditions(
  problems: Problems,
  node: Node | undefined,
  known: readonly EditionCode[],
): Editions {
  const declared: EditionCode[] = [];
  const entries = node?.type === 'map' ? node.entries : [];
  const list = entries.find(({ key }) => key === 'editions')?.value;
  for (const item of readList(problems, list)) {
    const word = readWord(problems, item);
    if (!word) continue;
    if (!known.includes(word.value))
      problems.add('unknown-edition', word.place, word.value, oneOf(known), nearest(word.value, known));
    else if (declared.includes(word.value))
      problems.add('duplicate-id', word.place, word.value, say('各一次', 'each once'));
    else declared.push(word.value);
  }
  if (list?.type === 'list' && list.items.length === 0) {
    problems.add('unknown-edition', list.place, '[]', oneOf(known));
  }
  const [original = defined(known[0], 'language'), ...translated] = declared;
  return { declared: [original, ...translated], known };
}

export function readStoryNote(
  reading: StageReading,
  node: Node | undefined,
  sections: readonly Section[],
): Pick<Story, 'title' | 'description' | 'descriptionInline' | 'credit' | 'brief'> | undefined {
  const fields = readFields(reading.problems, node, keys);
  if (!fields) return undefined;
  const description = fields.get('description');
  const descriptionInline = readInlineTexts(reading, description, { register: 'label' });
  const written = [...readTexts({ ...reading, problems: new Problems() }, description)];
  return {
    title: readPlainTexts(reading, fields.get('title')),
    description: complete(
      reading,
      Object.fromEntries(written.map(([edition, text]) => [edition, text.value.trim()])),
      '',
    ),
    descriptionInline,
    credit: readPlainTexts(reading, fields.get('credit')),
    brief: readBrief(reading, fields.get('brief'), sections),
  };
}
