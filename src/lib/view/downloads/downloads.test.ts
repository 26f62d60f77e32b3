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

/** A table's rows by column name. */
const rowsOf = ({ fields, rows }: Table) =>
  rows.map((row) => Object.fromEntries(fields.map(({ name }, i) => [name, row[i]])));

describe('the other tables', () => {
  const { text } = testStory.report;
  const numeral = { start: text.indexOf('年'), end: text.indexOf('年') + 1, text: '年', reason: 'year' };
  const story = { ...testStory, nonFigures: [numeral] };

  it('have derived figures with what they are worked out from', () => {
    expect(rowsOf(derivedTable(story))[1]).toMatchObject({
      id: 'again',
      from: 'gap|dredged',
      formula_zh: '1公里 − 3公里',
      operation: 'difference',
      caveat_en: 'Our arithmetic.',
    });
  });

  it('have each numeral in the report’s order, with the number of its sentence', () => {
    const marks = rowsOf(marksTable(story));
    expect(marks.map(({ start }) => start)).toEqual(
      marks.map(({ start }) => start).toSorted((a, b) => Number(a) - Number(b)),
    );
    expect(marks[0]).toMatchObject({ text: '年', reason: 'year', figure: '', kind: '', sentence: 2 });
    expect(marks[1]).toMatchObject({
      text: '3公里',
      figure: 'dredged',
      kind: 'reported',
      reason: '',
      sentence: 2,
    });
  });

  it('have sections by their position, and passages that none of them tells', () => {
    const told = { ...story, sections: story.sections.slice(1) };
    expect(rowsOf(sectionsTable(told)).map(({ id, position, title_en }) => [id, position, title_en])).toEqual(
      [
        ['plan', 1, 'Title of plan'],
        ['problems', 2, 'Title of problems'],
        ['river', '', ''],
      ],
    );
  });

  it('have a chart’s numbers in its order, or its words', () => {
    const [section] = story.sections;
    if (!section) throw new Error('no section');
    const inline = { zh: [{ type: 'text', text: '图' }], en: [{ type: 'text', text: 'Chart' }] } as const;
    const chart = { name: 'a', kind: 'bars', options: {}, title: inline, alt: inline };
    const numbers = { ...chart, figures: ['trees', 'dredged'], derived: ['gap'] };
    const table = chartTable(story, section, numbers, 'https://story.example/');
    expect(table.path).toBe('charts/river--a.csv');
    expect(
      rowsOf(table).map(({ row, figure, derived, value, kind }) => [row, figure, derived, value, kind]),
    ).toEqual([
      [1, 'trees', '', 50, 'reported'],
      [2, 'dredged', '', 3, 'reported'],
      [3, '', 'gap', '1', 'derived'],
    ]);
    expect(rowsOf(table)[0]).toMatchObject({
      quote: '植树50棵以上',
      sentence: 2,
      label_en: 'willows, poplars',
      address: 'https://story.example/source/#f-trees',
    });
    expect(rowsOf(table)[2]).toMatchObject({
      formula_en: expect.stringContaining('−') as string,
      address: 'https://story.example/figures/#d-gap',
    });
    const [heading] = story.renderings;
    if (!heading) throw new Error('no rendering');
    const quotes = {
      type: 'quotes',
      items: [{ ...heading, text: text.slice(heading.start, heading.end) }],
    } as const;
    const words = { ...chart, figures: [], derived: [], options: { quotes } };
    expect(rowsOf(chartTable(story, section, words, undefined))[0]).toMatchObject({
      kind: 'quotation',
      label_zh: '河道治理。',
      label_en: 'River works.',
      sentence: 1,
      address: 'source/',
    });
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
