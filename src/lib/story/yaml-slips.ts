/**
 * Reports characters of a Chinese input method in YAML syntax (full-width colons, curly quotes) before the parser misreads them.
 * Works line by line on the raw text, and skips `|` texts, where these characters are allowed.
 */
import type { Problems } from './problems.js';
import { exactly, say } from './problems.js';
import type { Rule } from './rules.js';
import type { SourceFile } from './source-file.js';
import { wantedIndentation, type LineAbove } from './yaml-indentation.js';

interface Slip {
  readonly rule: Rule;
  /** The second group matches the wrong characters, the first what comes before them. */
  readonly pattern: RegExp;
  readonly ordinary: string;
}

const slips: readonly Slip[] = [
  { rule: 'ime-space', pattern: /^([ ]*)(　+)/g, ordinary: ' ' },
  { rule: 'ime-dash', pattern: /^([ 　]*)([－—–‐−])(?=[ 　]|[a-z])/g, ordinary: '-' },
  {
    rule: 'ime-colon',
    pattern: /((?:^[ 　]*(?:- +)?|[{,，] *)["'“”]?[A-Za-z_][\w-]*["'“”]?[ 　]*)(：)/g,
    ordinary: ': ',
  },
  { rule: 'ime-space', pattern: /((?:^[ 　]*(?:- +)?|[{,，] *)[A-Za-z_][\w-]*:[ ]*)(　+)/g, ordinary: ' ' },
  {
    // Curly quotes may enclose a text for readers, but not an id, nor a text that YAML requires straight quotes for.
    rule: 'ime-quotes',
    pattern:
      /((?:^[ 　]*(?:- +)?|[{,，] *)[A-Za-z_][\w-]*[:：][ 　]*|[[,] *|^ *- +)(“[\w., -]*”|‘[\w., -]*’|“[^“”]*(?:: | #|[{}[\],])[^“”]*”)(?=[ 　]*(?:$|[,}，\]]))/g,
    ordinary: '"…"',
  },
  { rule: 'ime-comma', pattern: /([:：][^{},]*?)(，)(?=[ 　]*[A-Za-z_][\w-]*[:：] )/g, ordinary: ',' },
  {
    rule: 'ime-comma',
    pattern: /([:：] *\[[\w-]+(?:[,，、][ 　]*[\w-]+)*?)([，、])(?=[ 　]*[\w-])/g,
    ordinary: ',',
  },
  { rule: 'ime-hash', pattern: /^([ 　]*)(＃)/g, ordinary: '#' },
  { rule: 'yaml-space', pattern: /^( *)(-)(?=[a-z_]+:(?: |$))/g, ordinary: '- ' },
  { rule: 'yaml-space', pattern: /^((?: *- +| *)[a-z_]+)(:)(?=[\p{L}\p{Ps}\p{Pi}"'{[|])/gu, ordinary: ': ' },
  { rule: 'ime-bracket', pattern: /([:：-][ 　]+)([｛［【])/g, ordinary: '{ [' },
];

/** Reports all wrong characters. If it returns true, the file is not parsed, because the parser would misread the rest. */
export function checkSlips(source: SourceFile, problems: Problems): boolean {
  let any = false;
  let offset = 0;
  let blockIndent: number | undefined;
  let above: LineAbove = { line: '', parent: '' };
  for (const line of source.text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const insideBlock = blockIndent !== undefined && (line.trim() === '' || indent > blockIndent);
    // The tab has been reported with the file's characters; a file indented by tabs is not parsed.
    const spaces = line.search(/[^ ]/);
    const inText = blockIndent !== undefined && spaces > blockIndent;
    if (/^\s*\t/.test(line) && !inText) any = true;
    if (!insideBlock) {
      const wanted = wantedIndentation(line, above, blockIndent);
      if (wanted !== undefined) {
        const expected = say(`缩进 ${wanted} 格`, `${wanted} spaces before it`);
        problems.add('yaml-indentation', source.placeAt(offset + indent), line.trim(), expected);
        any = true;
      } else if (!/^\s*(?:#|$)/.test(line)) above = { line, parent: above.line };
      blockIndent = /(?:^|[:-] )[|>][+-]?[0-9]?[ ]*(?:#.*)?$/.test(line) ? indent : undefined;
      if (!line.trimStart().startsWith('#')) any = checkLine(source, line, offset, problems) || any;
    }
    offset += line.length + 1;
  }
  return any;
}

function checkLine(source: SourceFile, line: string, offset: number, problems: Problems): boolean {
  let any = false;
  const outside = withoutQuoted(line);
  for (const { rule, pattern, ordinary } of slips) {
    for (const match of outside.matchAll(pattern)) {
      const [, before = '', slip = ''] = match;
      any = true;
      const expected =
        rule === 'ime-quotes'
          ? say('半角引号 " "，或不加引号', 'straight quotation marks, or none')
          : exactly(ordinary);
      problems.add(rule, source.placeAt(offset + match.index + before.length), slip, expected);
    }
  }
  return any;
}

/** The line with the content of straight quotation marks blanked out: all characters are allowed there. */
const withoutQuoted = (line: string): string =>
  line.replace(
    /(?<=[:,{[-] +)("[^"\\]*"|'(?:[^']|'')*')(?= *(?:$|[,}\]#]))/g,
    (text) => `"${'x'.repeat(text.length - 2)}"`,
  );
