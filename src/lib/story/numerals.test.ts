import { describe, expect, it } from 'vitest';
import { bareNumerals, numeralsOfReport } from './numerals.js';

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

  it('stand where they stand', () => {
    expect(bareNumerals('一些书，三页', expressions)).toEqual([{ start: 4, end: 5, text: '三' }]);
  });
});
