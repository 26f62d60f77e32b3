/**
 * Finds lines with wrong indentation before YAML is parsed, because the parser's errors would name another line, or none. Works
 * line by line, outside of `|` texts.
 */

/** The last line with content, and the one before it. */
export interface LineAbove {
  readonly line: string;
  readonly parent: string;
}

const key = /^ *[a-z_]+:(?: |$)/;
/** A key with its value on the same line: the next line may not be deeper. */
const filled = /^( *(?:- +)?)[a-z_]+: +[^\s|>{[#&!*"'].*$/;
/** Lines that may end a `|` text: a key, an item, a comment, or Git's conflict markers, which another check reports. */
const afterText = /^\s*(?:#|\t|[-－–—‐−]|["']?[\w-]+["']?\s*[:：]|<<<|===|>>>|\.\.\.)/;

const spacesOf = (line: string): number => line.length - line.trimStart().length;

/**
 * @param textIndent indentation of the key whose `|` text this line ends
 * @returns the number of spaces that the line should begin with; undefined if it looks right
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
  // The line above is the first key of an item, and this one is no deeper than the dash: it is outside the item.
  const dash = before.indexOf('-');
  if (dash < 0 || indent < dash || indent === before.length) return undefined;
  const listKey = /^( *)[a-z_]+: *$/.exec(above.parent)?.[1];
  return indent === dash && (listKey === undefined || listKey.length === dash) ? undefined : before.length;
}
