/**
 * Reads `untold.yaml`: passages of the report without a section about them. Their figures are checked, counted and listed like
 * all others. Deleting a section adds its passage here, because the report still contains it.
 */
import { passageKeys, readPassage, type PassageRead } from './passage.js';
import { say, type Problems } from './problems.js';
import { checkId, readFields, readList, readWord } from './shape.js';
import type { Node } from './yaml.js';

/** Path inside the story's folder; the file may be absent. */
export const untoldPath = 'story/untold.yaml';

export interface UntoldRead extends PassageRead {
  /** The deleted section's id, which figures still name. */
  readonly id: string;
}

/** @param sections ids of the existing sections, which may not be used here */
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
      // A section without a passage is listed here if derived figures name it.
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
