/**
 * Bytes into text that can be trusted as text: strict UTF-8, no control, direction or invisible characters.
 * A byte order mark and CRLF line ends are accepted and taken away; positions stay those of the file as saved, since
 * neither moves a line or a column. Knows no format.
 */
import { maxBytes } from './limits.js';
import type { Problems } from './problems.js';
import { say, type Place } from './problems.js';

export interface SourceFile {
  readonly path: string;
  /** Without byte order mark, lines ended by `\n`. */
  readonly text: string;
  placeAt(offset: number): Place;
}

/** Nothing when the bytes are not text at all; then the problem has been added. */
export function readSource(path: string, bytes: Uint8Array, problems: Problems): SourceFile | undefined {
  const limit = maxBytes(path);
  if (bytes.length > limit) {
    const expected = say(`不超过 ${limit} 字节`, `at most ${limit} bytes`);
    problems.add('file-too-large', { file: path, line: 1, column: 1 }, `${bytes.length}`, expected);
    return undefined;
  }
  const broken = firstBrokenByte(bytes);
  const decoder = new TextDecoder('utf-8');
  if (broken !== undefined) {
    const before = decoder.decode(bytes.subarray(0, broken));
    const place = sourceFile(path, before.replaceAll('\r\n', '\n')).placeAt(Infinity);
    const found = `0x${(bytes[broken] ?? 0).toString(16).padStart(2, '0')}`;
    problems.add('broken-utf8', place, found, say('UTF-8 编码的文字', 'text encoded as UTF-8'));
    return undefined;
  }
  // The decoder drops one leading byte order mark; a second one is reported below as invisible.
  const source = sourceFile(path, decoder.decode(bytes).replaceAll('\r\n', '\n'));
  checkCharacters(source, problems);
  return source;
}

export function sourceFile(path: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return {
    path,
    text,
    placeAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = lineStarts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((lineStarts[middle] ?? 0) <= inside) low = middle;
        else high = middle - 1;
      }
      return { file: path, line: low + 1, column: inside - (lineStarts[low] ?? 0) + 1 };
    },
  };
}

/** All but line ends and visible characters; private and unassigned ones are the font's affair. */
const unwanted = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu;

/** What joins emoji to one: 👩‍🚒. */
const joiner =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/uy;

function checkCharacters(source: SourceFile, problems: Problems): void {
  for (const match of source.text.matchAll(unwanted)) {
    const character = match[0];
    joiner.lastIndex = match.index;
    if (joiner.test(source.text)) continue;
    const place = source.placeAt(match.index);
    if (character === '\t') {
      // A tab inside the report is the report's own; YAML and CSV have no use for one.
      if (source.path.endsWith('.yaml')) problems.add('yaml-tab', place, character, say('空格', 'spaces'));
      else if (source.path.endsWith('.csv'))
        problems.add('control-character', place, character, say('空格', 'a space'));
      continue;
    }
    if (character === '\ufffd') {
      problems.add('lost-character', place, character, say('原来的那个字', 'the character that was there'));
      continue;
    }
    const rule = /\p{Bidi_Control}/u.test(character)
      ? 'bidi-character'
      : /\p{Cc}/u.test(character)
        ? 'control-character'
        : 'invisible-character';
    problems.add(rule, place, character, say('删去它', 'nothing: delete it'));
  }
}

/** Index of the first byte that breaks UTF-8 (overlong forms, surrogates and values past U+10FFFF included). */
function firstBrokenByte(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 0) return at;
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next] ?? 0;
      const low = next > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = next > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (at + next >= bytes.length || byte < low || byte > high) return at;
    }
    at += length;
  }
  return undefined;
}
