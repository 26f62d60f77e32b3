/** Reads `story.yaml`: the story's title, description and editions. */
import { readBrief } from './brief.js';
import { defined } from '../invariants/defined.js';
import { readInlineTexts } from './inline.js';
import { isAllowedLink } from './links.js';
import { oneOf, Problems, say } from './problems.js';
import { nearest } from './nearest.js';
import { readFields, readList, readWord } from './shape.js';
import type { StageReading } from './stage.js';
import { complete, readPlainTexts, readTexts, type Editions } from './texts.js';
import type { EditionCode, Section, Story } from './types.js';
import type { Node } from './yaml.js';

const keys = {
  required: ['editions', 'title', 'description', 'credit'],
  optional: ['brief', 'updated', 'licence'],
} as const;

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
):
  | Pick<Story, 'title' | 'description' | 'descriptionInline' | 'credit' | 'brief' | 'updated' | 'licence'>
  | undefined {
  const fields = readFields(reading.problems, node, keys);
  if (!fields) return undefined;
  const description = fields.get('description');
  const descriptionInline = readInlineTexts(reading, description, { register: 'label' });
  const written = [...readTexts({ ...reading, problems: new Problems() }, description)];
  const updated = readDate(reading.problems, fields.get('updated'));
  const licence = readLicence(reading.problems, fields.get('licence'));
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
    ...(updated === undefined ? {} : { updated }),
    ...(licence ? { licence } : {}),
  };
}

/** Reads a day, `2000-02-29`: there is no clock in a build, so a date is one that somebody has written. */
function readDate(problems: Problems, node: Node | undefined): string | undefined {
  const word = readWord(problems, node);
  if (!word) return undefined;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word.value)?.map(Number) ?? [];
  if (year && month && day && day <= daysIn(year, month)) return word.value;
  problems.add(
    'bad-date',
    word.place,
    word.value,
    say('「年-月-日」，如 2000-02-29', 'year-month-day, as in 2000-02-29'),
  );
  return undefined;
}

/** @returns 0 for a month that no year has */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function readLicence(problems: Problems, node: Node | undefined): Story['licence'] {
  const fields = readFields(problems, node, { required: ['name', 'address'] });
  const name = readWord(problems, fields?.get('name'));
  const address = readWord(problems, fields?.get('address'));
  if (name && !/^[A-Za-z0-9.-]+$/.test(name.value))
    problems.add('bad-id', name.place, name.value, say('如 CC-BY-4.0', 'a short name, as in CC-BY-4.0'));
  else if (address && (!address.value.startsWith('https:') || !isAllowedLink(address.value)))
    problems.add(
      'link-refused',
      address.place,
      address.value,
      say('https:// 开头的地址', 'an https address'),
    );
  else if (name && address) return { name: name.value, address: address.value };
  return undefined;
}
