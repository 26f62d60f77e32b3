/**
 * How a text can be written in YAML's strict profile: plain, in quotation marks, or as a `|` text. Each way says whether
 * it can hold a text; whether the file then reads as meant is tried out by `text.ts`.
 */

export type Style = 'plain' | 'double' | 'single' | 'block';

/**
 * What a file keeps of a text that was typed: line ends as `\n`. A text of several lines begins and ends with a word,
 * since `|` gives space at its ends another meaning; a text on one line keeps its space.
 */
export function keptText(typed: string): string {
  const text = typed.replace(/\r\n?/g, '\n');
  return text.includes('\n') ? text.replace(/^[ \n]+|[ \n]+$/g, '') : text;
}

/** Half of a character that needs two units: it would be lost when the file is encoded. */
export const hasHalfCharacter = (text: string): boolean => /\p{Cs}/u.test(text);

/** On one line, without quotation marks. */
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

/** The lines under `|`, without the last one's end. Lines of nothing stay without indentation. */
export function blockBody(text: string, indent: number, newline: string): string | undefined {
  const lines = text.split('\n');
  const first = lines.find((line) => line !== '');
  if (first === undefined || /^[ \t]/.test(first) || text.endsWith('\n')) return undefined;
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join(newline);
}

/** The value on the line of its key; a `|` text brings its lines along. */
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
