/** Which files of a story editors change through the editing page: everything else is for fact checkers and their tools. */
import { isId } from './shape.js';
import { untoldPath } from './untold.js';

const folders = /^story\/(?:sections|orders)\/([^/]+)\.yaml$/;
const fixed: readonly string[] = ['story/order.yaml', 'story/story.yaml', untoldPath];

/** Whether a path, relative to the story's folder, is one that may be saved. Judges the characters alone. */
export function isEditable(path: string): boolean {
  const name = folders.exec(path)?.[1];
  return (
    fixed.includes(path) ||
    (name !== undefined && isId(name)) ||
    /^story\/translations\/[a-z]{2}\.yaml$/.test(path)
  );
}
