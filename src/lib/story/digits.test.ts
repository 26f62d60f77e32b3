import { describe, expect, it } from 'vitest';
import { groupThousands, movePoint, wholeDigits } from './digits.js';
import { inBaseUnits, splitUnit } from './units.js';

describe('moving the point', () => {
  it.each([
    ['2.19', 8, '219000000'],
    ['62.82', 4, '628200'],
    ['19.12', 4, '191200'],
    ['11.2', 4, '112000'],
    ['10', 8, '1000000000'],
    ['0.07', 1, '0.7'],
    ['0.1', 0, '0.1'],
    ['51.50', 0, '51.5'],
    ['219000000', -6, '219'],
    ['32200000000', -9, '32.2'],
    ['5', -3, '0.005'],
    ['100', -2, '1'],
    ['0', 4, '0'],
    ['0.0000001', 7, '1'],
  ])('%s by %i is %s', (digits, places, expected) => expect(movePoint(digits, places)).toBe(expected));

  it('loses nothing on the way there and back', () => {
    for (const digits of ['51.56', '0.1', '8999', '33.33', '123456789012345678.9']) {
      for (let places = 0; places <= 12; places += 1) {
        expect(movePoint(movePoint(digits, places), -places)).toBe(digits);
      }
    }
  });
});

it.each([
  ['999', '999'],
  ['1084', '1,084'],
  ['191200', '191,200'],
  ['1234567.8901', '1,234,567.8901'],
])('groups %s as %s', (digits, expected) => expect(groupThousands(digits)).toBe(expected));

it.each([
  ['0.5', 0],
  ['5.25', 1],
  ['1000000', 7],
])('%s has %i whole digits', (digits, expected) => expect(wholeDigits(digits)).toBe(expected));

it.each([
  ['亿元', 8, '元'],
  ['万元', 4, '元'],
  ['万亿元', 12, '元'],
  ['万人次', 4, '人次'],
  ['万立方米', 4, '立方米'],
  ['亿千瓦时', 8, '千瓦时'],
  ['千瓦时', 0, '千瓦时'],
  ['亩', 0, '亩'],
  ['', 0, ''],
])('%s is ten to the %i of %s', (unit, exponent, base) =>
  expect(splitUnit(unit)).toEqual({ exponent, base }),
);

it('counts in base units', () => expect(inBaseUnits('19.12', '万人次')).toBe('191200'));
