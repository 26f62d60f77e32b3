/**
 * Passages of the report that no section tells: their figures are checked, counted and listed like the others. A section that is
 * deleted leaves one behind, since what the report says doesn't change with what the story tells of it.
 */
import { passageKeys, readPassage, type PassageRead } from './passage.js';
import { say, type Problems } from './problems.js';
import { checkId, readFields, readList, readWord } from './shape.js';
import type { Node } from './yaml.js';

/** Path inside the story's folder; the file may be absent. */
export const untoldPath = 'story/untold.yaml';

export interface UntoldRead extends PassageRead {
  /** The id that the section bore: figures name it. */
  readonly id: string;
}

/** @param sections ids that are taken */
export function readUntold(
  problems: Problems,
  node: Node | undefined,
  sections: ReadonlySet<string>,
  reportLength: number,
): readonly UntoldRead[] {
  const read: UntoldRead[] = [];
  const root = readFields(problems, node, { required: ['untold'] });
  for (const item of readList(problems, root?.get('untold'))) {
    const fields = readFields(problems, item, {
      required: ['id'],
      // A section of our own has no passage, but numbers that we have derived may name it.
      optional: [...passageKeys.required, ...passageKeys.optional],
    });
    const id = readWord(problems, fields?.get('id'));
    if (!fields || !id || !checkId(problems, id.value, id.place)) continue;
    const passage = readPassage(problems, fields, fields.place, reportLength);
    if (sections.has(id.value)) {
      const expected = say('删去这一行：故事里又有这一节', 'no such line: the story has that section again');
      problems.add('duplicate-id', id.place, id.value, expected);
    } else if (read.some((other) => other.id === id.value)) {
      problems.add('duplicate-id', id.place, id.value, say('每段一行', 'one line a passage'));
    } else {
      read.push({ id: id.value, ...passage });
    }
  }
  return read;
}
