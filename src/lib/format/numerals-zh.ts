/** Whole numbers in Chinese characters. Knows only numbers, no units. */

const digits = '零一二三四五六七八九';
const places = ['', '十', '百', '千'];
const groups = ['', '万', '亿', '万亿'];

/** Up to four digits, without the zero that joins them to a group before. */
function group(value: number): string {
  let text = '';
  let gap = false;
  for (let place = places.length - 1; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digits[digit] ?? ''}${places[place] ?? ''}`;
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
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const part = Math.floor(value / 10_000 ** index) % 10_000;
    if (part === 0) continue;
    const joint = text !== '' && part < 1000 ? '零' : '';
    text += joint + group(part) + (groups[index] ?? '');
  }
  return text.replace(/^一十/, '十');
}
