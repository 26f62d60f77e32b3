import { describe, expect, it } from 'vitest';
import { testStory } from '../test-story.js';
import { csvCell } from './csv.js';
import { chartTable } from './chart-csv.js';
import { derivedTable } from './derived-csv.js';
import { figuresTable } from './figures-csv.js';
import { marksTable } from './marks-csv.js';
import { sectionsTable } from './sections-csv.js';
import { csvFile, type Table } from './table.js';
import { figuresJson } from './figures-json.js';

describe('figures.json', () => {
  const published = figuresJson(testStory);
  const { text } = testStory.report;

  it('names the report', () => {
    expect(Object.keys(published)).toEqual(['report', 'figures', 'derived']);
    expect(published.report).toEqual({ sha256: testStory.report.sha256, length: text.length });
  });

  it('has a figure exactly as the contract says, without a note where there is none', () => {
    expect(published.figures[0]).toEqual({
      id: 'dredged',
      section: 'river',
      value: 3,
      unit: '公里',
      comparator: '=',
      kind: 'reported',
      start: text.indexOf('3公里'),
      end: text.indexOf('3公里') + 3,
      quote: '全年清淤3公里',
      quoteStart: text.indexOf('全年'),
      quoteEnd: text.indexOf('全年') + 7,
      sentenceStart: text.indexOf('全年'),
      sentenceEnd: text.indexOf('今年'),
      subjects: [{ zh: '清淤', en: 'dredging' }],
    });
    expect(published.figures[1]?.note).toEqual({
      zh: '两种树各自的数没有给出。',
      en: 'The kinds are not told apart.',
    });
  });

  it('finds every figure by its offsets', () => {
    for (const figure of published.figures) {
      expect(text.slice(figure.quoteStart, figure.quoteEnd)).toBe(figure.quote);
      expect(text.slice(figure.start, figure.end)).toContain(figure.unit);
    }
  });

  it('writes formulas as text and follows derived operands back to figures', () => {
    expect(published.derived).toEqual([
      {
        id: 'gap',
        value: 1,
        unit: '公里',
        formula: '5公里 − 4公里',
        from: ['to-dredge-stretch', 'to-dredge'],
        caveat: { zh: '本站计算。', en: 'Our arithmetic.' },
      },
      expect.objectContaining({
        id: 'again',
        formula: '1公里 − 3公里',
        from: ['to-dredge-stretch', 'to-dredge', 'dredged'],
      }),
    ]);
  });
});

describe('figures.csv', () => {
  it('has the same figures, a row each', () => {
    const lines = csvFile(figuresTable(testStory)).slice(1).split('\r\n');
    expect(lines[0]).toBe(
      'id,section,value,unit,comparator,kind,start,end,quote,quoteStart,quoteEnd,sentenceStart,sentenceEnd,subjects_zh,subjects_en,note_zh,note_en',
    );
    expect(lines[2]).toContain('trees,river,50,棵,>=,reported,');
    expect(lines[2]).toContain(
      '柳树|杨树,willows|poplars,两种树各自的数没有给出。,The kinds are not told apart.',
    );
    expect(lines).toHaveLength(testStory.figures.length + 2);
  });
});

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    [2.19, '2.19'],
    ['-3', '-3'],
    ['=', '='],
    ['>=', '>='],
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-x', "'-x"],
    ['@sum', "'@sum"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['=cmd|"x"!A1', `"'=cmd|""x""!A1"`],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
  ])('%j is written %j', (value, expected) => expect(csvCell(value)).toBe(expected));
});
