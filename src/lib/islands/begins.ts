/** How a text is named in a list: by its beginning. */

/** In characters. */
const longest = 36;

export function begins(text: string): string {
  const even = text.replace(/\s+/g, ' ').trim();
  return even.length > longest ? `${even.slice(0, longest)}…` : even;
}
