/**
 * Lists every text of a story file by a path that stays the same when things are moved: `title`, `steps.start`,
 * `stage.falls.alt`, `lead_in.fire`. It recognises texts by their edition keys, and does not know which texts a file must have.
 */
import type { EditionCode } from './types.js';
import type { MapNode, Node, TextNode } from './yaml.js';

/** One text in its editions. */
export interface PathText {
  readonly path: string;
  readonly texts: ReadonlyMap<EditionCode, TextNode>;
}

/** All texts in the order of the file. A duplicate path, which other checks report, is listed once. */
export function textsOf(root: Node, editions: readonly EditionCode[]): readonly PathText[] {
  const found = new Map<string, PathText>();
  const visit = (node: Node, path: string): void => {
    if (node.type === 'list') {
      node.items.forEach((item, i) => visit(item, joinPath(path, itemName(item) ?? `${i + 1}`)));
    } else if (node.type === 'map') {
      const texts = new Map<EditionCode, TextNode>();
      for (const { key, value } of node.entries) {
        if (!editions.includes(key)) visit(value, joinPath(path, key));
        else if (value.type === 'text' && value.value.trim() !== '') texts.set(key, value);
      }
      if (texts.size > 0 && !found.has(path)) found.set(path, { path, texts });
    }
  };
  visit(root, '');
  return [...found.values()];
}

/** A name at the end of a path. */
export const joinPath = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/**
 * Name of a list item in a path: its id, or for a connecting sentence the section it follows, or for a note the number it stands at,
 * or for a chart its name. Undefined for other items, which are named by their index.
 *
 * @param word returns the item's plain value of a key
 */
export function nameOf(word: (key: string) => string | undefined): string | undefined {
  return ['id', 'after', 'at', 'as', 'chart']
    .map(word)
    .find((name) => name !== undefined && /^[\w-]+$/.test(name));
}

const itemName = (item: Node): string | undefined =>
  item.type === 'map' ? nameOf((key) => word(item, key)) : undefined;

function word(map: MapNode, key: string): string | undefined {
  const value = map.entries.find((entry) => entry.key === key)?.value;
  return value?.type === 'text' ? value.value : undefined;
}
