/**
 * Every text of a story file by a path that outlives moves: `title`, `steps.start`, `stage.falls.alt`, `lead_in.fire`.
 * Knows only where editions stand side by side, not which texts a file must have.
 */
import type { EditionCode } from './types.js';
import type { MapNode, Node, TextNode } from './yaml.js';

/** One text in its editions. */
export interface PathText {
  readonly path: string;
  readonly texts: ReadonlyMap<EditionCode, TextNode>;
}

/** In the order of the file; a path that stands twice (which other checks report) is told once. */
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
 * A list's item is called by its id, a connecting sentence by what it follows, a note by its number, a chart by its name; others by
 * their place.
 *
 * @param word the item's value of a key, where it is plain
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
