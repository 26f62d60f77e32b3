/**
 * Decodes bytes into text that is safe to process: strict UTF-8, without control, direction or invisible characters. Accepts and
 * removes a byte order mark, and turns CRLF into LF; lines and columns stay those of the file. Knows no format.
 */
import { defined } from '../invariants/defined.js';
import { maxBytes } from './limits.js';
import type { Problems } from './problems.js';
import { say, type Place } from './problems.js';

export interface SourceFile {
  readonly path: string;
  /** Without byte order mark, lines ended by `\n`. */
  readonly text: string;
  placeAt(offset: number): Place;
}

/** Reads a file; undefined if the bytes are not UTF-8 text, which is then reported. */
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
    const found = `0x${defined(bytes[broken], 'broken byte').toString(16).padStart(2, '0')}`;
    problems.add('broken-utf8', place, found, say('UTF-8 编码的文字', 'text encoded as UTF-8'));
    return undefined;
  }
  // The decoder drops one leading byte order mark; a second one is reported below as invisible.
  const source = sourceFile(path, decoder.decode(bytes).replaceAll('\r\n', '\n'));
  if (checkConflicts(source, problems)) return undefined;
  checkCharacters(source, problems);
  return source;
}

export function sourceFile(path: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const startOf = (line: number): number => defined(lineStarts[line], 'line');
  return {
    path,
    text,
    placeAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = lineStarts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (startOf(middle) <= inside) low = middle;
        else high = middle - 1;
      }
      return { file: path, line: low + 1, column: inside - startOf(low) + 1 };
    },
  };
}

/**
 * Characters that a text must not contain: all but line ends and characters that every reader sees. Unassigned characters may be
 * newer than this program; private-use ones are drawn by one font only (Word's bullet is one); \u2800 is a Braille letter without
 * dots.
 */
const unwanted =
  /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\ufffd]/gu;

/**
 * Exceptions: characters that change the one before them. They join emoji (👩‍🚒), choose their presentation (❤️), spell a flag, or
 * choose a variant of 葛󠄀.
 */
const needed = [
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/uy,
  /(?<=\p{Emoji})[\ufe0e\ufe0f]/uy,
  /(?<=\p{sc=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/uy,
  /(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}]/uy,
] as const;

function isNeeded(text: string, at: number): boolean {
  return needed.some((pattern) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  });
}

function checkCharacters(source: SourceFile, problems: Problems): void {
  // `csv.ts` reports that once for the whole table.
  const partedByTabs = /^[^,\n]*\t[^,\n]*\n/.test(source.text);
  for (const match of source.text.matchAll(unwanted)) {
    const character = match[0];
    if (isNeeded(source.text, match.index)) continue;
    const place = source.placeAt(match.index);
    if (character === '\t') {
      // A tab inside the report belongs to the report; YAML and CSV files need none.
      if (source.path.endsWith('.yaml')) problems.add('yaml-tab', place, character, say('空格', 'spaces'));
      else if (source.path.endsWith('.csv') && !partedByTabs)
        problems.add('control-character', place, character, say('空格', 'a space'));
      continue;
    }
    if (/\p{Co}/u.test(character)) {
      const expected = say('通用的字符，或删去它', 'a character that every font has, or nothing');
      problems.add('private-character', place, character, expected);
      continue;
    }
    if (character === '\ufffd' || character === '\ufffc') {
      problems.add('lost-character', place, character, say('原来的那个字', 'the character that was there'));
      continue;
    }
    const rule = /\p{Bidi_Control}/u.test(character)
      ? 'bidi-character'
      : /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(character)
        ? 'control-character'
        : 'invisible-character';
    problems.add(rule, place, character, say('删去它', 'nothing: delete it'));
  }
}

/** Reports Git's conflict markers, once for each conflict. The file then contains two versions, and is not read further. */
function checkConflicts(source: SourceFile, problems: Problems): boolean {
  let any = false;
  let inside = false;
  for (const match of source.text.matchAll(/^(<{7}|\|{7}|={7}|>{7})(?: .*)?$/gm)) {
    const [line, mark = ''] = match;
    if (!inside || mark.startsWith('<'))
      problems.add(
        'merge-conflict',
        source.placeAt(match.index),
        line,
        say(
          '两边选定一边，连同 <<<<<<<、=======、>>>>>>> 这几行一起改好',
          'one of the two sides, and none of the lines <<<<<<<, ======= and >>>>>>>',
        ),
      );
    inside = mark.startsWith('>') ? false : inside || mark.startsWith('<');
    any = true;
  }
  return any;
}

/** Index of the first byte that breaks UTF-8 (overlong forms, surrogates and values past U+10FFFF included). */
function firstBrokenByte(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < bytes.length) {
    const lead = view.getUint8(at);
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
      if (at + next >= bytes.length) return at;
      const byte = view.getUint8(at + next);
      const low = next > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = next > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || byte > high) return at;
    }
    at += length;
  }
  return undefined;
}
