import { describe, expect, it } from 'vitest';
import { bareNumerals, numeralsOfReport } from './numerals.js';
import { watchedWords } from './watched.js';

describe('the numerals of a report', () => {
  it.each([
    ['接待1.2万人次,新办340张', ['1.2', '万', '340']],
    ['十二届二次', ['十二', '二']],
    ['2031—2032年', ['2031', '2032']],
    ['没有数', []],
  ])('in %s', (text, expected) => {
    expect(numeralsOfReport(text).map((run) => run.text)).toEqual(expected);
  });
});

describe('bare numerals in prose', () => {
  const expressions = ['一些', '5G', '第一产业', '1+3', '2031年', '“二、”'];
  it.each([
    ['一些书、5G和第一产业', []],
    ['“1+3”与2031年，见“二、”', []],
    ['15G', ['15']],
    ['1+33', ['1', '33']],
    ['12031年', ['12031']],
    ['3.2031年', ['3.2031']],
    ['共三页', ['三']],
    ['１２页、④项、Ⅻ章、½', ['１２', '④', 'Ⅻ', '½']],
    ['1,200.5元', ['1,200.5']],
    ['壹佰元', ['壹佰']],
  ])('in %s: %j', (text, expected) => {
    expect(bareNumerals(text, expressions).map((run) => run.text)).toEqual(expected);
  });

  it.each([
    ['No one knows; 14 do', ['14']],
    ['no onerous task, none, someone, tenor', []],
    ['One of the pages, at NO ONE place', []],
    ['thrust one, thrust one more', []],
    ['Twenty-one pages, a hundred and five', ['Twenty-one', 'hundred and five']],
    ['half of it, twice, tripled, a third of', ['half', 'twice', 'tripled', 'a third']],
    ['a third party, the first, second-hand', []],
    ['2.5 million, two dozen', ['2.5', 'million', 'two dozen']],
  ])('in English, %s: %j', (text, expected) => {
    const idioms = ['no one', 'one of', 'thrust one'];
    const words = watchedWords.get('en')?.numbers;
    expect(bareNumerals(text, idioms, words).map((run) => run.text)).toEqual(expected);
  });

  it('stand where they stand', () => {
    expect(bareNumerals('一些书，三页', expressions)).toEqual([{ start: 4, end: 5, text: '三' }]);
  });
});
