/** A text set in a file is found again when the file is read, and no other byte has changed. */
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { applyEdit, textsIn, type Files } from './index.js';

const file = 'story/sections/trial.yaml';
const trial = `kicker: { figure-range: [1, 2] }  # ours
title: { zh: 题, en: "A: title" }
standfirst:
  zh: 平
  en: 'It''s plain'
lead_in:
  - after: other
    zh: 接
stage:
  - chart: bars
    as: one
    alt: { zh: 图 }
    notes:
      - { zh: 注 }
  # about the next chart
  - chart: bars
    alt:
      zh: "图"
      en:
steps:
  - id: first
    show: start
    zh: |
      第一段。

      # 第二段：不是注释
    en: |-
      One.


  - id: last
    show: { state: drawn }
    zh: |
      完`;

const hard = [
  '他说：“好。”',
  'He said "it\'s fine".',
  'a: b # c, {d} [e]',
  '- list',
  '* star **bold** *i*',
  '# no comment',
  '> folded | block',
  '%percent @at `tick`',
  ' leading and trailing ',
  '“curly: { quotes }”',
  'GDP：增长，zh：很好',
  '[[fire-loss]] [[see:crime]]，[链接](https://example.org/?a=1#b)',
  '<script>alert(1)</script>',
  'back\\slash "and" \'both\'',
  '"both", it\'s {braces}, too',
  '&anchor *alias !tag',
  'null',
  'true: false',
  '---',
  '😀👩‍👩‍👧 𠮷𬬭 龘 ﹏',
  '',
  '~',
  '？全角　空格',
  'x'.repeat(4000),
];
const paragraphs = ['一段。\n\n两段。', 'a\n  indented\nb  \n\n\nc', '# heading\n- item\n"quote'];

const set = (text: string, path: string, language: string, files: Files = { [file]: trial }) =>
  applyEdit(files, { type: 'set-text', file, path, language, text });

function valueOf(text: string, path: readonly (string | number)[]): unknown {
  let value: unknown = parse(text, { schema: 'failsafe' });
  for (const key of path)
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([k]) => k === `${key}`)?.[1]
        : undefined;
  return typeof value === 'string' ? value.replace(/\n$/, '') : value;
}

const places: readonly (readonly [path: string, language: string, keys: readonly (string | number)[]])[] = [
  ['title', 'zh', ['title', 'zh']],
  ['title', 'en', ['title', 'en']],
  ['standfirst', 'zh', ['standfirst', 'zh']],
  ['standfirst', 'en', ['standfirst', 'en']],
  ['lead_in.other', 'zh', ['lead_in', 0, 'zh']],
  ['lead_in.other', 'en', ['lead_in', 0, 'en']],
  ['stage.one.alt', 'en', ['stage', 0, 'alt', 'en']],
  ['stage.one.notes.1', 'zh', ['stage', 0, 'notes', 0, 'zh']],
  ['stage.bars.alt', 'zh', ['stage', 1, 'alt', 'zh']],
  ['stage.bars.alt', 'en', ['stage', 1, 'alt', 'en']],
  ['steps.first', 'zh', ['steps', 0, 'zh']],
  ['steps.first', 'en', ['steps', 0, 'en']],
  ['steps.last', 'zh', ['steps', 1, 'zh']],
  ['steps.last', 'en', ['steps', 1, 'en']],
];

describe.each(places)('%s %s', (path, language, keys) => {
  const inBraces = /title|one/.test(path);

  it.each(inBraces ? hard : [...hard, ...paragraphs])('keeps %j', (text) => {
    for (const source of [trial, trial.replaceAll('\n', '\r\n'), `\uFEFF${trial}\n`]) {
      const result = set(text, path, language, { [file]: source });
      expect(result.ok ? '' : result.problem).toBe('');
      const after = result.ok ? (result.files[file] ?? '') : '';
      expect(valueOf(after, keys)).toBe(text);
      // All other texts are read as before, and every byte outside of the text is the same.
      const [was, is] = [textsOf(source), textsOf(after)];
      expect(is.filter(([key]) => key !== `${path} ${language}`)).toEqual(
        was.filter(([key]) => key !== `${path} ${language}`),
      );
      expect(
        after.split(/\r?\n/).filter((line) => /^ *#|kicker|show/.test(line) && !text.includes(line.trim())),
      ).toEqual(
        source
          .split(/\r?\n/)
          .filter(
            (line) =>
              /^ *#|kicker|show/.test(line) &&
              !(path === 'steps.first' && language === 'zh' && /第二段/.test(line)),
          ),
      );
    }
  });
});

function textsOf(text: string): readonly (readonly [string, string])[] {
  const read = textsIn({ [file]: text }, file);
  return read.ok
    ? read.texts.flatMap(({ path, texts }) =>
        Object.entries(texts).map(([edition, value]) => [`${path} ${edition}`, value] as const),
      )
    : [];
}

describe('a text that cannot be kept', () => {
  it.each([
    ['title', 'zh', 'two\nlines', 'text-not-kept'],
    ['title', 'zh', 'half a \ud83d', 'text-not-kept'],
    ['title', 'fr', 'texte', 'unknown-language'],
    ['nowhere', 'zh', 'x', 'unknown-text'],
    ['__proto__', 'zh', 'x', 'unknown-text'],
  ])('%s %s %j: %s', (path, language, text, rule) => {
    const result = set(text, path, language);
    expect(result.ok ? '' : result.problem.rule).toBe(rule);
  });

  it('because the file cannot be read: the place is told', () => {
    const result = set('x', 'title', 'zh', { [file]: 'title: { zh: a\nsteps:\n' });
    expect(result.ok ? undefined : result.problem).toMatchObject({ rule: 'not-readable', line: 2 });
  });

  it('because there is no file', () => {
    const result = set('x', 'title', 'zh', {});
    expect(result.ok ? '' : result.problem.rule).toBe('no-file');
  });
});

it('hands back the very same files where nothing changes', () => {
  const files = { [file]: trial };
  const result = set('题', 'title', 'zh', files);
  expect(result.ok && result.files).toBe(files);
});
