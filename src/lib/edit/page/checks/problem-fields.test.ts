import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../story/types.js';
import { problemsByField } from './problem-fields.js';

const file = 'story/sections/one.yaml';
const text = `title:
  zh: 标题
  en: "A title"
steps:
  - id: start
    show: all
    zh: |
      第一行
      第二行
    en: text
`;
const at = (line: number, column: number): Problem => ({
  rule: 'any',
  file,
  line,
  column,
  found: '',
  expected: { zh: '', en: '' },
  message: { zh: '', en: '' },
});

describe('a problem', () => {
  it.each([
    [2, 3, 'title', 'zh'],
    [2, 8, 'title', 'zh'],
    [3, 9, 'title', 'en'],
    [8, 8, 'steps.start', 'zh'],
    [9, 10, 'steps.start', 'zh'],
    [10, 9, 'steps.start', 'en'],
  ])('at %i:%i belongs to %s in %s', (line, column, path, language) => {
    const problem = at(line, column);
    expect(problemsByField({ [file]: text }, file, [problem]).of(path, language)).toEqual([problem]);
  });

  it('outside every text is told by itself', () => {
    const problem = at(6, 11);
    expect(problemsByField({ [file]: text }, file, [problem]).others).toEqual([problem]);
  });

  it('of a file that cannot be read is told by itself', () => {
    const problem = at(1, 1);
    expect(problemsByField({ [file]: 'a: "' }, file, [problem]).others).toEqual([problem]);
  });
});
