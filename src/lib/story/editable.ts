/** Says which files of a story the editing page may save. All other files are maintained by fact checkers with their own tools. */
import { addressesPath } from './addresses.js';
import { isId } from './shape.js';
import { untoldPath } from './untold.js';

const folders = /^story\/(?:sections|orders)\/([^/]+)\.yaml$/;
const fixed: readonly string[] = ['story/order.yaml', 'story/story.yaml', addressesPath, untoldPath];

/**
 * Whether the editing page may save to this path, relative to the story's folder. Looks only at the path's characters, not at the
 * disk.
 */
export function isEditable(path: string): boolean {
  const name = folders.exec(path)?.[1];
  return (
    fixed.includes(path) ||
    (name !== undefined && isId(name)) ||
    /^story\/translations\/[a-z]{2}\.yaml$/.test(path)
  );
}
