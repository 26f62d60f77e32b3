/** Reads the one numeral in a list's name: 百强县 → 100, 五十佳 → 50, the 30 best → 30. Whole numbers below ten thousand. */

const digits = '零一二三四五六七八九';
const placeValues: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const numeral = /[0-9]+|[零一二两三四五六七八九十百千]+/gu;

/** @returns nothing where there is no numeral, or more than one, or one that can't be read */
export function rungsIn(name: string): number | undefined {
  const [found, ...more] = name.match(numeral) ?? [];
  if (found === undefined || more.length > 0) return undefined;
  const value = /^[0-9]/u.test(found) ? Number(found) : chinese(found);
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function chinese(text: string): number {
  let total = 0;
  let digit: number | undefined;
  for (const character of text.replace('两', '二')) {
    const placeValue = placeValues[character];
    if (placeValue === undefined) {
      digit = digits.indexOf(character);
    } else {
      total += (digit ?? 1) * placeValue;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}
