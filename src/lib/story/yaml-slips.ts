/**
 * The slips of a Chinese input method, named before YAML gets to misread them. Works line by line on the raw text and
 * leaves the lines of `|` texts alone, where all these characters are welcome.
 */
import type { Problems } from './problems.js';
import { exactly, say } from './problems.js';
import type { Rule } from './rules.js';
import type { SourceFile } from './source-file.js';
import { wantedIndentation, type LineAbove } from './yaml-indentation.js';

interface Slip {
  readonly rule: Rule;
  /** The second group is the slip, the first what stands before it. */
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
    // A text for readers may stand in curly quotes; an id may not, nor what YAML would need straight ones for.
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

/** Whether any slip was found; then the file is not worth parsing, for the rest would be misread. */
export function checkSlips(source: SourceFile, problems: Problems): boolean {
  let any = false;
  let offset = 0;
  let blockIndent: number | undefined;
  let above: LineAbove = { line: '', parent: '' };
  for (const line of source.text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const insideBlock = blockIndent !== undefined && (line.trim() === '' || indent > blockIndent);
    // The tab itself has been reported with the file's characters; indentation by tabs is not worth parsing.
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

/** The line with what stands in straight quotation marks made neutral: there, all characters are welcome. */
const withoutQuoted = (line: string): string =>
  line.replace(
    /(?<=[:,{[-] +)("[^"\\]*"|'(?:[^']|'')*')(?= *(?:$|[,}\]#]))/g,
    (text) => `"${'x'.repeat(text.length - 2)}"`,
  );
