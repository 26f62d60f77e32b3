/**
 * Lines that slipped to the left or to the right, seen before YAML misreads what follows them: there its own errors name
 * another line, or none. Works line by line, outside `|` texts.
 */

/** The last line that said something, and the one before it. */
export interface LineAbove {
  readonly line: string;
  readonly parent: string;
}

const key = /^ *[a-z_]+:(?: |$)/;
/** A key that has its value on its own line: nothing may be deeper. */
const filled = /^( *(?:- +)?)[a-z_]+: +[^\s|>{[#&!*"'].*$/;
/** What may end a `|` text: a key, an item, a comment; and what was left of a merge, which is another matter. */
const afterText = /^\s*(?:#|\t|[-－–—‐−]|["']?[\w-]+["']?\s*[:：]|<<<|===|>>>|\.\.\.)/;

const spacesOf = (line: string): number => line.length - line.trimStart().length;

/**
 * @param textIndent indentation of the key whose `|` text this line ends
 * @returns how many spaces the line should have had; nothing where it looks right
 */
export function wantedIndentation(
  line: string,
  above: LineAbove,
  textIndent: number | undefined,
): number | undefined {
  if (line.trim() === '' || line.includes('\t')) return undefined;
  if (textIndent !== undefined && !afterText.test(line)) return textIndent + 2;
  const before = filled.exec(above.line)?.[1];
  if (before === undefined || !key.test(line)) return undefined;
  const indent = spacesOf(line);
  if (indent > before.length) return before.length;
  // The first key of an item, and the second one is no deeper than the dash: it fell out of the item.
  const dash = before.indexOf('-');
  if (dash < 0 || indent < dash || indent === before.length) return undefined;
  const listKey = /^( *)[a-z_]+: *$/.exec(above.parent)?.[1];
  return indent === dash && (listKey === undefined || listKey.length === dash) ? undefined : before.length;
}
