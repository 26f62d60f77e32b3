/**
 * Seeded random edits of every text of the real story: each text is then in its file, character for character, and no
 * byte outside it has changed. Twenty a file in every run; `npm run test:edits` makes five thousand.
 */
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../src/lib/edit/files/index.js';
import { edited, realFiles } from './support/edit-files.js';
import { seededRandom, type Random } from './support/random.js';

const edits = Number(process.env['EDITS'] ?? 380);

const pieces: readonly string[] = [
  ...[
    '报告称',
    '下降',
    '，',
    '。',
    '：',
    '；',
    '、',
    '“',
    '”',
    '（',
    '）',
    '《',
    '》',
    '——',
    '……',
    '　',
    '２',
  ],
  ...[
    'The report says ',
    'fell',
    ', ',
    '. ',
    ': ',
    ' # ',
    '#',
    "'",
    '"',
    "''",
    '""',
    '’',
    '‘',
    '`',
    '\\',
    '/',
  ],
  ...[
    '[[fire-count]]',
    '[[see:crime]]',
    '[[term:gdp]]',
    '**',
    '*',
    '[',
    ']',
    '](https://example.org/a?b=c#d)',
  ],
  ...['{ ', ' }', '{', '}', ', zh: ', 'en: ', ',', '- ', '? ', '| ', '> ', '& ', '! ', '%', '@', '~', '='],
  ...[
    '<script>alert("x")</script>',
    '<b>',
    '&amp;',
    '<!--',
    ' ',
    '  ',
    '...',
    '---',
    'null',
    'true',
    '0',
    '1e3',
  ],
  ...[
    '😀',
    '👩🏽‍🚒',
    '🇨🇳',
    '𠮷',
    '𬬭',
    '㐂',
    'é',
    'e\u0301',
    'ß',
    'Ω',
    'مرحبا',
    '\u00a0',
    'ﷺ',
    '\u2028',
    '\ufffd',
  ],
];

function randomText(random: Random): string {
  const length = [1, 3, 8, 20, 200][random.below(5)] ?? 1;
  const sentence = (): string =>
    Array.from({ length: 1 + random.below(length) }, () => random.pick(pieces)).join('');
  const paragraphs = random.below(4) === 0 ? 2 + random.below(3) : 1;
  return Array.from({ length: paragraphs }, sentence).join(
    random.pick(['\n\n', '\n', '\r\n\r\n', '\n\n  ', '\n\n\n']),
  );
}

/** What of a text there is to be kept: on one line everything, of several lines not the space round them. */
const kept = (text: string): string => {
  const lines = text.replaceAll('\r\n', '\n');
  return lines.includes('\n') ? lines.replace(/^[ \n]+/, '').replace(/[ \n]+$/, '') : lines;
};

/** The scalars of a file by place in its structure: `steps/0/zh`. */
function scalarsOf(text: string): ReadonlyMap<string, Scalar> {
  const document = parseDocument(text, { schema: 'failsafe' });
  expect(document.errors).toEqual([]);
  const found = new Map<string, Scalar>();
  const visit = (node: unknown, path: string): void => {
    if (isScalar(node)) found.set(path, node);
    else if (isSeq(node)) node.items.forEach((item, i) => visit(item, `${path}/${i}`));
    else if (isMap(node))
      for (const { key, value } of node.items) visit(value, `${path}/${isScalar(key) ? key.value : '?'}`);
  };
  visit(document.contents, '');
  return found;
}

/** A value as it is meant: `|` adds a line end. */
const shown = (scalar: Scalar | undefined): string => String(scalar?.value ?? '').replace(/\n$/, '');

/** A text's own bytes, without the line ends under it. */
function ownRange(text: string, scalar: Scalar | undefined): readonly [number, number] {
  const [start = 0, end = 0] = scalar?.range ?? [];
  return [start, start + text.slice(start, end).replace(/[ \r\n]+$/, '').length];
}

const files = Object.keys(realFiles).filter((path) => /^story\/(?:sections\/|story)/.test(path));

describe.each(files.map((file, i) => ({ file, i })))('$file', ({ file, i }) => {
  it('takes any text anywhere', { timeout: 120_000 }, () => {
    const random = seededRandom(5000 + i);
    // Half of the files are tried with the line ends and the mark that other editors leave.
    const original = i % 4 === 1 ? `\uFEFF${realFiles[file]}` : (realFiles[file] ?? '');
    let current = i % 2 === 1 ? original.replaceAll('\n', '\r\n') : original;
    let before = scalarsOf(current);
    for (let round = 0; round < edits / files.length; round += 1) {
      const listed = textsIn({ [file]: current }, file);
      const entry = listed.ok ? random.pick(listed.texts) : { path: '', texts: {} };
      const language = random.pick(Object.keys(entry.texts));
      const text = randomText(random);
      const next =
        edited({ [file]: current }, { type: 'set-text', file, path: entry.path, language, text })[file] ?? '';
      const after = scalarsOf(next);
      const changed = [...after].filter(([path, scalar]) => shown(before.get(path)) !== shown(scalar));
      expect([...after.keys()]).toEqual([...before.keys()]);
      expect(changed.length).toBeLessThanOrEqual(1);
      const [path, scalar] = changed[0] ?? [undefined, undefined];
      if (path !== undefined) {
        expect(shown(scalar)).toBe(kept(text));
        const [was, is] = [ownRange(current, before.get(path)), ownRange(next, scalar)];
        expect(next.slice(0, is[0])).toBe(current.slice(0, was[0]));
        expect(trimmedStart(next.slice(is[1]))).toBe(trimmedStart(current.slice(was[1])));
      } else expect(next).toBe(current);
      current = next;
      before = after;
    }
  });
});

/** Spaces at the end of a text are the text's own in one way of writing and not in another. */
const trimmedStart = (text: string): string => text.replace(/^ +(?=\r?\n)/, '');
