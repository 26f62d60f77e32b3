/**
 * Sections whose words are not here: a published build carries the story's files for its editing page, and of a hidden section
 * only that it exists and which passage of the report it is about. `withheld: true` stands in its file in place of everything
 * else.
 */
import type { Node } from './yaml.js';

export function isWithheld(node: Node | undefined): boolean {
  return node?.type === 'map' && node.entries.some(({ key }) => key === 'withheld');
}

/** The same of a file's text. */
export const isWithheldText = (text: string | undefined): boolean =>
  text !== undefined && /^withheld: true\r?$/m.test(text);
