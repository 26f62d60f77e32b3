import { describe, expect, it } from 'vitest';
import { quotationsIn } from './quotation-marks.js';

const found = (text: string): readonly string[] =>
  quotationsIn(text).map(({ start, end, unclosed }) =>
    unclosed ? `!${text.slice(start, end)}` : text.slice(start, end),
  );

describe('quotation marks', () => {
  it.each([
    ['称“甲”、‘乙’、「丙」、『丁』、《戊》和"己"', ['甲', '乙', '丙', '丁', '戊', '己']],
    ['“甲‘乙’丙“丁”戊”', ['甲‘乙’丙“丁”戊']],
    ["It doesn't say 'never', the readers’ say ‘don’t’", ['never', 'don’t']],
    ['the “veterans’ affairs” of „one“', ['veterans’ affairs', 'one']],
    ['«là» and ‹ici›', ['là', 'ici']],
    ['“left open', ['!“']],
    ['closed” only', ['!”']],
    ['<b style="color:red">x</b>', []],
    ["的'部分'都在", ['部分']],
  ])('of %s', (text, quotations) => {
    expect(found(text)).toEqual(quotations);
  });
});
