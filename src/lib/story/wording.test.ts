import { describe, expect, it } from 'vitest';
import { Problems } from './problems.js';
import { checkStyle, checkWords } from './wording.js';

const place = { file: 'f', line: 1, column: 1 };

function style(edition: string, kind: 'target' | 'reported' | 'ceiling', before: string, after: string) {
  const problems = new Problems();
  checkStyle(problems, edition, { id: 'x', kind, before, after, place });
  return problems.all.map(({ rule }) => rule);
}

describe('a target', () => {
  it.each([
    ['zh', '藏书达到了', ''],
    ['zh', '已增长**', '，'],
    ['zh', '借阅', '已经完成'],
    ['zh', '，实现了“', '”的增长'],
    ['en', 'The library reached ', ''],
    ['en', 'Loans grew by ', '.'],
    ['en', '', ' was achieved'],
    ['en', 'Output exceeded “', '”'],
    ['en', 'Loans increased to at least ', ' books'],
    ['en', 'The plan has signed ', ' projects'],
    ['en', 'The area will have grown; it reached **', '**'],
  ])('is not told as a result (%s: %s…%s)', (edition, before, after) => {
    expect(style(edition, 'target', before, after)).toEqual(['target-as-result']);
  });

  it.each([
    ['zh', '报告提出增长', '的目标'],
    ['zh', '目标是达到', '，'],
    ['zh', '完成了别的，另有', ''],
    ['en', 'The report aims for ', ' growth'],
    ['en', 'Stations to be built: ', ''],
    ['en', 'stations are to be newly built ', ''],
    ['en', 'Output is to have exceeded ', ' by then'],
  ])('may be told as one (%s: %s…%s)', (edition, before, after) => {
    expect(style(edition, 'target', before, after)).toEqual([]);
  });
});

describe('a result', () => {
  it.each([
    ['zh', '计划建成', ''],
    ['zh', '将下降', '。'],
    ['zh', '', '的目标'],
    ['en', 'Losses will fall by ', '.'],
    ['en', '', ' targets'],
    ['en', 'The city aims to cut ', ''],
    ['en', 'striving for ', ''],
  ])('is not told as a target (%s: %s…%s)', (edition, before, after) => {
    expect(style(edition, 'reported', before, after)).toEqual(['result-as-target']);
  });

  it.each([
    ['zh', '报告称下降', '，'],
    ['zh', '报告将它写作', '。'],
    ['en', 'fell ', ' in the year under review'],
  ])('may be told as one (%s: %s…%s)', (edition, before, after) => {
    expect(style(edition, 'reported', before, after)).toEqual([]);
  });
});

describe('words of order', () => {
  const found = (edition: string, text: string, mayOrder = false) => {
    const problems = new Problems();
    const watch = { problems, wording: { expressions: new Map() } };
    checkWords(watch, edition, text, (index) => ({ ...place, column: index + 1 }), mayOrder);
    return problems.all.map((problem) => `${problem.found} ${problem.column}`);
  };

  it.each([
    ['zh', '如前所述，最后再说', ['如前所述 1', '最后 6']],
    ['en', 'Finally, the next section', ['Finally 1', 'next 14']],
    ['en', 'nextdoor context', []],
    ['en', 'next to it, next year, above all, the area above ', []],
    ['en', 'See above. The chart below shows it', ['See above 1', 'The chart below 12']],
    [
      'en',
      'As we saw earlier, the previous section; as already noted',
      ['As we saw earlier 1', 'previous section 24', 'as already noted 42'],
    ],
    ['en', 'the previous level, the following year', []],
    ['zh', '排在后头', []],
  ])('%s: %s', (edition, text, expected) => {
    expect(found(edition, text)).toEqual(expected);
  });

  it('are welcome in a connecting sentence', () => {
    expect(found('zh', '最后', true)).toEqual([]);
  });
});
