import { describe, expect, it } from 'vitest';
import { Problems } from './problems.js';
import { sourceFile } from './source-file.js';
import { readYaml, type Node } from './yaml.js';

function read(text: string) {
  const problems = new Problems();
  const node = readYaml(sourceFile('t.yaml', text), problems);
  return { node, rules: problems.all.map(({ rule, line, column }) => `${rule} ${line}:${column}`) };
}

const valueOf = (node: Node | undefined, key: string): Node | undefined =>
  node?.type === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;

describe('a text knows the place of each of its characters', () => {
  it.each([
    ['plain', 'a: 书和灯\n', 1, '1:5'],
    ['double quotes', 'a: "书和灯"\n', 1, '1:6'],
    ['single quotes with a doubled one', "a: '书''灯'\n", 2, '1:8'],
    ['a block', 'a: |\n  书\n\n  和灯\n', 4, '4:4'],
    ['a block inside a list', '- a: b\n  c: |\n    书灯\n', 1, '3:6'],
    ['a flow map', 'x: { a: 书和灯, b: c }\n', 2, '1:11'],
  ])('%s', (_name, text, index, expected) => {
    const { node, rules } = read(text);
    const holder = node?.type === 'list' ? node.items[0] : node;
    const value = valueOf(holder, 'c') ?? valueOf(holder, 'a') ?? valueOf(valueOf(holder, 'x'), 'a');
    const place = value?.type === 'text' ? value.placeAt(index) : undefined;
    expect(rules).toEqual([]);
    expect(`${place?.line}:${place?.column}`).toBe(expected);
  });
});

describe('scalars stay text', () => {
  it.each(['no', '1e3', '007', 'null', '~', '2031-01-01', 'true'])('%s', (word) => {
    expect(valueOf(read(`a: ${word}\n`).node, 'a')).toMatchObject({ type: 'text', value: word });
  });
});

describe('absurd files are refused without an exception', () => {
  it.each([
    ['deep flow lists', '['.repeat(50_000)],
    ['deep flow maps', '{a: '.repeat(20_000)],
    ['deep block lists', '- '.repeat(20_000)],
    ['many keys on one line', 'a: '.repeat(20_000)],
    ['only marks', '&*!|>%@`'.repeat(2_000)],
    ['a billion laughs', 'a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n'],
  ])('%s', (_name, text) => {
    expect(read(text).rules.length).toBeGreaterThan(0);
  });
});
