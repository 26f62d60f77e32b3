/**
 * Exact arithmetic on decimal digits as text, so that a printed `2.19` keeps its digits through every change of unit. Knows no
 * units and no language.
 */

/**
 * Multiplies by a power of ten, by moving the decimal point.
 *
 * @param digits a plain decimal (`51.56`, `80`): no sign, no separators
 * @param places how far to move the point: to the right if positive, to the left if negative
 * @returns the shortest plain decimal: no leading zeros, no trailing zeros after the point
 */
export function movePoint(digits: string, places: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const all = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0');
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).replace(/^0+(?=.)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

/** Groups the whole digits of a number of four digits or more: `191200` → `191,200`. Decimals stay as they are. */
export function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Number of digits before the point, without leading zeros. */
export function wholeDigits(digits: string): number {
  return digits.replace(/\..*/, '').replace(/^0+/, '').length;
}
