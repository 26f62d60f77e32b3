/** Writes whole numbers in Chinese characters. Knows no units. */

const digits = '零一二三四五六七八九';
/** The greatest place first. */
const placeNames = ['千', '百', '十', ''];
const groups = ['万亿', '亿', '万', ''];

/** Writes up to four digits, without the 零 that may join them to the group before. */
function group(value: number): string {
  let text = '';
  let gap = false;
  for (const [i, placeName] of placeNames.entries()) {
    const digit = Math.floor(value / 10 ** (placeNames.length - 1 - i)) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digits.charAt(digit)}${placeName}`;
    gap = false;
  }
  return text;
}

/**
 * `17` → 十七, `105` → 一百零五, `2` → 两 (as before a classifier).
 *
 * @throws for anything but a whole number from zero up to the safe integers
 */
export function chineseNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no Chinese numeral for ${value}`);
  if (value === 0) return '零';
  if (value === 2) return '两';
  let text = '';
  for (const [i, name] of groups.entries()) {
    const part = Math.floor(value / 10_000 ** (groups.length - 1 - i)) % 10_000;
    if (part === 0) continue;
    const joint = text !== '' && part < 1000 ? '零' : '';
    text += joint + group(part) + name;
  }
  return text.replace(/^一十/, '十');
}
