import { describe, expect, it } from 'vitest';
import { bareNumerals } from '../story/numerals.js';
import type { Comparator, FigureFormat, Operation } from '../story/types.js';
import { watchedWords } from '../story/watched.js';
import { formatFor, languageIdioms, plain } from './index.js';
import { derived, figure } from './test-figures.js';

const zh = formatFor('zh');
const en = formatFor('en');

describe('a figure', () => {
  it.each<[printed: string, unit: string, span: string, comparator: Comparator, zh: string, en: string]>([
    ['2.19', '亿元', '2.19亿元', '=', '2.19亿元', '219 million yuan'],
    ['60', '亿元', '60亿元', '=', '60亿元', '6 billion yuan'],
    ['65', '亿元', '65亿元', '=', '65亿元', '6.5 billion yuan'],
    ['322', '亿元', '322亿元', '=', '322亿元', '32.2 billion yuan'],
    ['343', '亿元', '343亿元', '=', '343亿元', '34.3 billion yuan'],
    ['360', '亿元', '突破360亿元', '>', '突破360亿元', 'above 36 billion yuan'],
    ['400', '亿元', '突破400亿元', '>', '突破400亿元', 'above 40 billion yuan'],
    ['500', '亿元', '力争500亿元', 'strive', '力争500亿元', 'aims for 50 billion yuan'],
    ['25', '亿元', '25亿元以上', '>=', '25亿元以上', 'at least 2.5 billion yuan'],
    ['5000', '万元', '5000万元', '=', '5000万元', '50 million yuan'],
    ['10', '亿千瓦时', '10亿千瓦时以上', '>=', '10亿千瓦时以上', 'at least 1 billion kWh'],
    ['19.12', '万人次', '19.12万人次', '=', '19.12万人次', '191,200 person-times'],
    ['11.2', '万立方米', '11.2万立方米', '=', '11.2万立方米', '112,000 cubic metres'],
    ['62.82', '万亩', '62.82万亩以上', '>=', '62.82万亩以上', 'at least 628,200 mu'],
    ['16.7', '万亩', '16.7万亩', '=', '16.7万亩', '167,000 mu'],
    ['1084', '亩', '1084亩', '=', '1084亩', '1,084 mu'],
    ['24.7', '万吨', '24.7万吨以上', '>=', '24.7万吨以上', 'at least 247,000 tonnes'],
    ['10', '万头', '10万头', '=', '10万头', '100,000'],
    ['8999', '口', '8999口', '=', '8999口', '8,999'],
    ['2211', '公里', '2211公里', '=', '2211公里', '2,211 km'],
    ['51.56', '%', '51.56%', '=', '51.56%', '51.56%'],
    ['80', '%', '80%', '=', '80%', '80%'],
    ['50', '%', '50%以上', '>=', '50%以上', 'at least 50%'],
    ['60', '%', '60%', '>=', '60%', '60%'],
    ['120', '%', '120%以内', '<=', '120%以内', 'within 120%'],
    ['9.5', '%', '力争9.5%', 'strive', '力争9.5%', 'aims for 9.5%'],
    ['90', '', '前90', 'strive', '前90', 'top 90'],
    ['1', '个', '1个', 'strive', '1个', '1'],
    ['10500', '户', '10500户以上', '>=', '10500户以上', 'at least 10,500'],
  ])('%s %s as in %s', (printed, unit, span, comparator, inChinese, inEnglish) => {
    const example = figure(printed, unit, span, comparator);
    expect(zh.figure(example)).toBe(inChinese);
    expect(en.figure(example)).toBe(inEnglish);
    expect(plain(zh.figureParts(example))).toBe(span);
  });

  it.each<[format: FigureFormat, zh: string, en: string]>([
    ['value', '400亿元', '40 billion yuan'],
    ['number', '400', '40 billion'],
    ['words', '四百', 'forty billion'],
  ])('as %s leaves the limiting word out', (format, inChinese, inEnglish) => {
    const example = figure('400', '亿元', '突破400亿元', '>');
    expect(zh.figure(example, format)).toBe(inChinese);
    expect(en.figure(example, format)).toBe(inEnglish);
  });

  it('keeps its size in whatever format, since English says it beside the digits', () => {
    expect(en.figure(figure('10', '万头'), 'words')).toBe('one hundred thousand');
    expect(en.figure(figure('10', '万头'), 'number')).toBe('100,000');
    expect(en.figure(figure('5000', '万元'), 'number')).toBe('50 million');
    expect(zh.derived(derived('47', '%', 'share'), 'words')).toBe('四十七');
  });

  it('comes in pieces, the number told from unit and limiting word', () => {
    expect(zh.figureParts(figure('400', '亿元', '突破400亿元', '>'))).toEqual([
      { type: 'word', text: '突破' },
      { type: 'number', text: '400' },
      { type: 'unit', text: '亿元' },
    ]);
    expect(en.figureParts(figure('50', '%', '50%以上', '>='))).toEqual([
      { type: 'word', text: 'at least ' },
      { type: 'number', text: '50' },
      { type: 'unit', text: '%' },
    ]);
  });

  it('in a unit without English stops the build instead of printing half a number', () => {
    expect(() => en.figure(figure('3', '斛'))).toThrow('斛');
  });
});

describe('a derived figure', () => {
  it.each<
    [printed: string, unit: string, operation: Operation, comparator: Comparator, zh: string, en: string]
  >([
    ['85.7', '', 'index', '=', '85.7', '85.7'],
    ['50', '', 'index', '<=', '不超过50', 'at most 50'],
    ['730', '亿元', 'sum', '=', '730亿元', '73 billion yuan'],
    ['8.9', '%', 'share', '=', '8.9%', '8.9%'],
    ['8.76', '%', 'weighted-mean', '=', '8.76%', '8.76%'],
    ['1', '%', 'difference', '=', '1个百分点', '1 percentage point'],
    ['0.26', '%', 'difference', '=', '0.26个百分点', '0.26 percentage points'],
    ['100', '亿元', 'difference', '=', '100亿元', '10 billion yuan'],
    ['41880', '公顷', 'conversion', '>=', '不低于41880公顷', 'at least 41,880 ha'],
    ['17', '', 'count', '=', '17', '17'],
  ])('%s %s of a %s', (printed, unit, operation, comparator, inChinese, inEnglish) => {
    const example = derived(printed, unit, operation, comparator);
    expect(zh.derived(example)).toBe(inChinese);
    expect(en.derived(example)).toBe(inEnglish);
  });
});

describe('a comparator in plain words', () => {
  it("names the report's own word", () => {
    expect(en.comparator(figure('1', '个', '1个', 'strive', '争创示范村1个'))).toContain(
      'in the report: 争创',
    );
    expect(zh.comparator(figure('50', '%', '50%以上', '>='))).toContain('报告用词：以上');
    expect(zh.comparator(figure('400', '亿元', '突破400亿元', '>'))).toContain('报告用词：突破');
    expect(zh.comparator(figure('1', '个', '1个', 'strive', '争创示范村1个'))).toContain('报告用词：争创');
    expect(zh.comparator(figure('35', '个'))).not.toContain('报告用词');
  });
});

/** Every text in a tree of words; functions are called with a letter as each argument. */
function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words('a'))];
  return words !== null && typeof words === 'object' ? Object.values(words).flatMap(texts) : [];
}

describe('the interface', () => {
  it.each([
    ['zh', zh],
    ['en', en],
  ])('of %s holds no numeral and no empty text', (_, format) => {
    const all = texts(format.words);
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((text) => /[0-9〇零一二两三四五六七八九十百千万亿]/.test(text))).toEqual([]);
    expect(all.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('of en holds no number word either', () => {
    const numbers = watchedWords.get('en')?.numbers;
    const found = texts(en.words).flatMap((text) => bareNumerals(text, en.idioms, numbers));
    expect(found.map((run) => run.text)).toEqual([]);
  });

  it('of an unknown edition is refused', () => expect(() => formatFor('xx')).toThrow('xx'));

  it('of an edition that is handed in is taken', () =>
    expect(formatFor('xx', new Map([['xx', en]]))).toBe(en));
});

describe('idioms', () => {
  it('count nothing: no numeral stands before a classifier or unit', () => {
    const amounts = languageIdioms['zh']?.filter((idiom) =>
      /[一二两三四五六七八九十百千万亿几][个项条家户年月天倍成]/.test(idiom),
    );
    expect(amounts?.filter((idiom) => !idiom.endsWith('也没有') && !idiom.endsWith('都没有'))).toEqual([]);
  });
  it('are listed once each', () => {
    for (const list of Object.values(languageIdioms)) expect(new Set(list).size).toBe(list.length);
  });
});
