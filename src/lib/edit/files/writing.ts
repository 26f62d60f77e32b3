/**
 * Writes a text in one of the styles of the strict YAML subset: plain, quoted, or as a `|` text. Each function returns undefined
 * if its style cannot hold the text; `text.ts` then checks that the file reads as intended.
 */

export type Style = 'plain' | 'double' | 'single' | 'block';

/**
 * The form in which a typed text is kept in a file, with `\n` as line ends. Space at the beginning and end of a text of several
 * lines is removed, because it means something else after `|`; a text of one line keeps its space.
 */
export function keptText(typed: string): string {
  const text = typed.replace(/\r\n?/g, '\n');
  return text.includes('\n') ? text.replace(/^[ \n]+|[ \n]+$/g, '') : text;
}

/** Whether a text contains half of a surrogate pair, which encoding the file would destroy. */
export const hasHalfCharacter = (text: string): boolean => /\p{Cs}/u.test(text);

/** The text on one line without quotes. */
function plain(text: string, inBraces: boolean): string | undefined {
  const safe =
    text !== '' &&
    text.trim() === text &&
    !/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) &&
    !/: |:$| #|\n|\t/.test(text) &&
    !(inBraces && /[,[\]{}]/.test(text));
  return safe ? text : undefined;
}

const double = (text: string): string | undefined => (/["\\\n]/.test(text) ? undefined : `"${text}"`);
const single = (text: string): string | undefined =>
  text.includes('\n') ? undefined : `'${text.replaceAll("'", "''")}'`;

/** The lines under `|`, without the last line end. Empty lines have no indentation. */
export function blockBody(text: string, indent: number, newline: string): string | undefined {
  const lines = text.split('\n');
  const first = lines.find((line) => line !== '');
  if (first === undefined || /^[ \t]/.test(first) || text.endsWith('\n')) return undefined;
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join(newline);
}

/** The value, beginning on the line of its key; a `|` text continues on the lines below. */
export function written(
  text: string,
  style: Style,
  at: { readonly inBraces: boolean; readonly indent: number; readonly newline: string },
): string | undefined {
  switch (style) {
    case 'plain':
      return plain(text, at.inBraces);
    case 'double':
      return double(text);
    case 'single':
      return single(text);
    case 'block': {
      const body = at.inBraces ? undefined : blockBody(text, at.indent, at.newline);
      return body === undefined ? undefined : `|${at.newline}${body}`;
    }
  }
}
