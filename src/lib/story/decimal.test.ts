import { describe, expect, it } from 'vitest';
import { add, divide, parseDecimal, printExact, printRounded, subtract, whole } from './decimal.js';

const read = (digits: string) => parseDecimal(digits) ?? whole(0);

describe('digits', () => {
  it.each(['0', '80', '12.5', '0.25', '100000'])('%s is a number', (digits) => {
    const value = parseDecimal(digits);
    expect(value && printExact(value)).toBe(digits);
  });

  it.each(['', '.5', '5.', '05', '-1', '1e3', '1,000', '０', '1.2.3', '9'.repeat(40)])(
    '%j is none',
    (digits) => {
      expect(parseDecimal(digits)).toBeUndefined();
    },
  );
});

describe('arithmetic', () => {
  it('has no noise of binary fractions', () => {
    expect(printExact(subtract(whole(100), read('47.51')))).toBe('52.49');
    expect(printExact(add(read('0.1'), read('0.2')))).toBe('0.3');
  });

  it('knows when decimals never end', () => {
    const third = divide(whole(1), whole(3));
    expect(third && printExact(third)).toBeUndefined();
    expect(third && printRounded(third, 3)).toBe('0.333');
  });

  it('divides nothing by zero', () => {
    expect(divide(whole(1), whole(0))).toBeUndefined();
  });

  it.each([
    ['0.125', 2, '0.13'],
    ['0.124', 2, '0.12'],
    ['9.95', 1, '10.0'],
    ['2.5', 0, '3'],
    ['0.04', 1, '0.0'],
  ])('rounds %s to %i decimals: %s', (digits, decimals, expected) => {
    expect(printRounded(read(digits), decimals)).toBe(expected);
  });

  it('never prints a negative nothing', () => {
    expect(printRounded(subtract(read('0.1'), read('0.11')), 1)).toBe('0.0');
    expect(printRounded(subtract(read('1'), read('3')), 1)).toBe('-2.0');
  });
});
