import { describe, expect, it } from 'vitest';
import { parseMarkup, type Markup } from './markup.js';
import { Problems } from './problems.js';
import type { TextNode } from './yaml.js';

function parse(value: string) {
  const placeAt = (index: number) => ({ file: 'f', line: 1, column: index + 1 });
  const text: TextNode = { type: 'text', value, place: placeAt(0), placeAt };
  const problems = new Problems();
  const paragraphs = parseMarkup(text, problems).map((nodes) => nodes.map(short).join(''));
  const rules = problems.all.map(({ rule, column }) => `${rule} ${column}`);
  return { paragraphs, problems: problems.all, rules };
}

/** The tree on one line: `<strong …>`, `<link address …>`, `{reference}`. */
function short(node: Markup): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'reference') return `{${node.body}}`;
  const inside = node.children.map(short).join('');
  return node.type === 'link' ? `<link ${node.href} ${inside}>` : `<${node.type} ${inside}>`;
}

describe('running text', () => {
  it.each([
    ['一段\n\n\n又一段', ['一段', '又一段']],
    ['汉字\n相接，and\nwords apart', ['汉字相接，and words apart']],
    ['**粗*斜*粗**、*斜*', ['<strong 粗<emphasis 斜>粗>、<emphasis 斜>']],
    ['见[**通告**](https://example.org/)。', ['见<link https://example.org/ <strong 通告>>。']],
    ['下降**[[losses:value]]**', ['下降<strong {losses:value}>']],
    ['[[see:a]]与[[term:b]]', ['{see:a}与{term:b}']],
    ['\\*不是\\[标记\\]\\\\', ['*不是[标记]\\']],
    ['<b>a & b</b> [旁注] a_b_c', ['<b>a & b</b> [旁注] a_b_c']],
  ])('%j', (value, expected) => {
    expect(parse(value)).toEqual({ paragraphs: expected, problems: [], rules: [] });
  });

  it.each([
    ['**粗', ['markup-unclosed 1']],
    ['*斜', ['markup-unclosed 1']],
    ['a[[b', ['markup-unclosed 2']],
    ['a****b', ['markup-unclosed 2']],
    ['[a](b', ['markup-unclosed 3']],
    ['# 标题', ['markup-unknown 1']],
    ['一行\n- 项', ['markup-unknown 4']],
    ['![图](a.png)', ['markup-unknown 1']],
  ])('%j has problems: %j', (value, expected) => {
    expect(parse(value).rules).toEqual(expected);
  });

  it.each([
    ['见【【fire】】', '【【fire】】', '[[fire]]'],
    ['见［［fire:words］］', '［［fire:words］］', '[[fire:words]]'],
    ['见【【fire]]', '【【fire]]', '[[fire]]'],
    ['见【【', '【【', '[['],
    ['fire】】', '】】', ']]'],
    ['＊＊粗', '＊＊', '**'],
  ])('%j is told once, as %j, and suggests %j', (value, found, meant) => {
    expect(parse(value).problems).toMatchObject([
      { rule: 'markup-unknown', found, nearest: meant, expected: { zh: `「${meant}」`, en: `"${meant}"` } },
    ]);
    expect(parse(value).paragraphs).toEqual([value]);
  });

  // A mark that is never closed is named; what is no mark at all is kept letter by letter.
  it.each([
    ['*', 750],
    ['**', 1_500],
    ['[', 1_500],
    ['[[', 3_000],
    ['**[a](*', 3_000],
    ['](', 0],
    ['\\\\', 0],
  ])('ends for three thousand %j, with %i problems', (piece, problems) => {
    const { paragraphs, rules } = parse(piece.repeat(3_000));
    expect(rules).toHaveLength(problems);
    expect(rules.filter((rule) => !rule.startsWith('markup-unclosed'))).toEqual([]);
    if (problems === 0) expect(paragraphs).toEqual([piece.replaceAll('\\\\', '\\').repeat(3_000)]);
  });
});
