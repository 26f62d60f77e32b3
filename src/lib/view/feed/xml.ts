/**
 * Writes XML, for the feed and for the XHTML in its entries. A feed library would write the feed's own elements, which are few; the
 * entries' contents, which are nearly all of it, have to be written here anyway.
 */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly Child[];
}
export type Child = Element | string;

/** An element; attributes that are undefined are left out. */
export const element = (
  name: string,
  attributes: Element['attributes'] = {},
  ...children: readonly Child[]
): Element => ({ name, attributes, children });

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export function written(child: Child): string {
  if (typeof child === 'string') return escaped(child);
  const { name, attributes, children } = child;
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const open = `<${name}${list.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.map(written).join('')}</${name}>`;
}

export const xmlDocument = (root: Element): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${written(root)}\n`;
