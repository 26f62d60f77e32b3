/**
 * Withheld sections: a published build contains the story's files for its editing page, but of a hidden section only its id and
 * its passage of the report. Its file contains `withheld: true` in place of everything else.
 */
import type { Node } from './yaml.js';

export function isWithheld(node: Node | undefined): boolean {
  return node?.type === 'map' && node.entries.some(({ key }) => key === 'withheld');
}

/** Like `isWithheld`, for a file's text. */
export const isWithheldText = (text: string | undefined): boolean =>
  text !== undefined && /^withheld: true\r?$/m.test(text);
