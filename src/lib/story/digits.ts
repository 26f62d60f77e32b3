/**
 * Exact arithmetic on decimal digits as text: a printed `2.19` stays 2.19 through every change of unit.
 * Knows no units and no language.
 */

/**
 * Moves the decimal point.
 *
 * @param digits a plain decimal (`51.56`, `80`), no sign, no separators
 * @param places to the right when positive, to the left when negative
 * @returns the shortest plain decimal of that value: no leading zeros, no trailing zeros after the point
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

/** `191200` → `191,200`; from four digits on, the fraction untouched. */
export function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** How many digits stand before the point, leading zeros not counted. */
export function wholeDigits(digits: string): number {
  return digits.replace(/\..*/, '').replace(/^0+/, '').length;
}
