/** Every possible move of a line of an order, comments and hidden lines included, removes one line and adds one. */
import { describe, expect, it } from 'vitest';
import { edited, fileChanges, realFiles } from '../../../../tests/support/edit-files.js';
import { applyEdit, readOrderLines, type Files } from './index.js';
import { longestIncreasing } from './order.js';

const path = 'story/order.yaml';
const only = (text: string): Files => ({ [path]: text });
const ids = (files: Files): readonly string[] => {
  const read = readOrderLines(files);
  return read.ok ? read.lines.map(({ id, hidden }) => (hidden ? `(${id})` : id)) : [];
};

const real = realFiles[path] ?? '';
const commented = [
  '\uFEFF# 次序',
  'sections:   # 一行一节',
  '  - opening',
  '',
  '  # 第一部分',
  '  - fire        # 先讲火险',
  "  - 'safety': hidden  # 等数字",
  '  - "crime"',
  '  # 第二部分',
  '  - plans: hidden',
  '  - close',
].join('\n');

const variants: readonly (readonly [name: string, text: string])[] = [
  ['the real order', real],
  ['the real order with every third line hidden', hideEveryThird(real)],
  ['comments, blank lines, quotes, no line end at the end', commented],
  ['the same with a line end', `${commented}\n`],
  ['the same with CRLF', `${commented}\n`.replaceAll('\n', '\r\n')],
  ['a list that is not indented', 'sections:\n- a\n- b: hidden\n# c\n- d\n'],
];

function hideEveryThird(text: string): string {
  let count = 0;
  return text.replace(/^ {2}- [\w-]+$/gm, (line) =>
    (count += 1) % 3 === 0 ? `${line}: hidden  # 等等` : line,
  );
}

describe.each(variants)('%s', (_name, text) => {
  const files = only(text);
  const order = ids(files);

  it('moves every line to every place, that line alone', () => {
    expect(order.length).toBeGreaterThan(2);
    for (const [from, shown] of order.entries()) {
      for (const to of order.keys()) {
        if (from === to) continue;
        const id = shown.replace(/[()]/g, '');
        const moved = edited(files, { type: 'move-section', id, to });
        const expected = order.filter((_, i) => i !== from);
        expected.splice(to, 0, shown);
        expect(ids(moved)).toEqual(expected);
        const { gone, come } = fileChanges(files, moved)[path] ?? { gone: [], come: [] };
        const words = (line: string | undefined): string => (line ?? '').replace(/\r?\n$/, '');
        if (text.endsWith('\n')) expect([gone.length, come.length], `${id} → ${to}`).toEqual([1, 1]);
        // If the last line has no line end, it gets one as soon as another line may follow it.
        expect(gone.map(words).filter((line) => !come.map(words).includes(line)).length).toBe(0);
        expect([...(moved[path] ?? '')].sort().join('').trim()).toBe([...text].sort().join('').trim());
      }
    }
  });

  it('hides and shows every line, that line alone, and shown again it is as before', () => {
    for (const shown of order) {
      const id = shown.replace(/[()]/g, '');
      const first = shown === id ? 'hide-section' : 'show-section';
      const second = shown === id ? 'show-section' : 'hide-section';
      const changed = edited(files, { type: first, id });
      expect(Object.values(fileChanges(files, changed))[0]).toMatchObject({
        gone: { length: 1 },
        come: { length: 1 },
      });
      expect(edited(changed, { type: second, id })).toEqual(files);
    }
  });
});

describe('an order adopted from a proposal', () => {
  const files = only('sections:\n  - a\n  - b: hidden # why\n  - c\n  # part\n  - d\n  - e\n');

  it.each([
    [['a', 'c', 'd', 'e'], 'a (b) c d e'],
    [['e', 'a', 'c', 'd'], 'e a (b) c d'],
    [['a', 'd', 'c'], 'a (b) d c (e)'],
    [['d', 'b', 'a'], 'd b a (c) (e)'],
  ])('%j → %s', (published, expected) => {
    const adopted = edited(files, { type: 'set-order', published });
    const now = ids(adopted);
    expect(now.filter((id) => !id.startsWith('('))).toEqual(published);
    expect([...now].sort()).toEqual(expected.split(' ').sort());
    expect(adopted[path]).toContain('  # part\n');
    expect(adopted[path]).toContain('# why\n');
  });

  it('moves as few lines as can be', () => {
    expect([...longestIncreasing([3, 0, 1, 2, 5, 4])].length).toBe(4);
    expect([...longestIncreasing([])]).toEqual([]);
  });
});

describe('what cannot be done', () => {
  it.each([
    ['sections: [a, b]\n', 'not-one-a-line'],
    ['sections:\n  - a\n  - b: hiden\n', 'not-one-a-line'],
    ['sections:\n  -\n    b\n', 'not-one-a-line'],
    ['parts:\n  - a\n', 'not-one-a-line'],
    ['sections:\n  - b\n', 'unknown-section'],
  ])('in %j: %s', (text, rule) => {
    const result = applyEdit(only(text), { type: 'move-section', id: 'a', to: 1 });
    expect(result.ok ? '' : result.problem.rule).toBe(rule);
  });

  it('has no file', () => {
    const result = applyEdit({}, { type: 'hide-section', id: 'a' });
    expect(result.ok ? '' : result.problem.rule).toBe('no-file');
    const other = applyEdit({}, { type: 'hide-section', id: 'a', order: '__proto__' });
    expect(other.ok ? '' : other.problem.rule).toBe('unknown-order');
  });
});
