import { expect, it } from 'vitest';
import { chineseNumeral } from './numerals-zh.js';
import { englishNumeral } from './numerals-en.js';

it.each([
  [0, '零', 'zero'],
  [1, '一', 'one'],
  [2, '两', 'two'],
  [5, '五', 'five'],
  [10, '十', 'ten'],
  [12, '十二', 'twelve'],
  [17, '十七', 'seventeen'],
  [20, '二十', 'twenty'],
  [60, '六十', 'sixty'],
  [77, '七十七', 'seventy-seven'],
  [100, '一百', 'one hundred'],
  [105, '一百零五', 'one hundred and five'],
  [110, '一百一十', 'one hundred and ten'],
  [417, '四百一十七', 'four hundred and seventeen'],
  [1084, '一千零八十四', 'one thousand and eighty-four'],
  [8999, '八千九百九十九', 'eight thousand nine hundred and ninety-nine'],
  [10500, '一万零五百', 'ten thousand five hundred'],
  [100000, '十万', 'one hundred thousand'],
  [191200, '十九万一千二百', 'one hundred and ninety-one thousand two hundred'],
  [100000001, '一亿零一', 'one hundred million and one'],
])('%i is %s and %s', (value, zh, en) => {
  expect(chineseNumeral(value)).toBe(zh);
  expect(englishNumeral(value)).toBe(en);
});

it.each([2.5, -1, Number.NaN, 2 ** 60])('%d has no words', (value) => {
  expect(() => chineseNumeral(value)).toThrow(RangeError);
  expect(() => englishNumeral(value)).toThrow(RangeError);
});
