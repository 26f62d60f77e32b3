/**
 * Exact arithmetic on printed numbers, so that 0.1 + 0.2 is 0.3 and not 0.30000000000000004. A number is a fraction of two
 * integers, without a unit.
 */

export interface Fraction {
  readonly top: bigint;
  /** Always above zero. */
  readonly bottom: bigint;
}

/** Digits with an optional decimal point: `12.5`, `80`. No sign, no leading zero, no exponent. */
export const decimalPattern = /^(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?$/;

/** Reads digits that match `decimalPattern`; undefined for any other text. */
export function parseDecimal(digits: string): Fraction | undefined {
  if (!decimalPattern.test(digits)) return undefined;
  const [whole = '', decimals = ''] = digits.split('.');
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}

export const whole = (value: number): Fraction => ({ top: BigInt(value), bottom: 1n });
export const add = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { top: -b.top, bottom: b.bottom });
export const multiply = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
});

/** `a / b`; undefined if `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.top === 0n) return undefined;
  const sign = b.top < 0n ? -1n : 1n;
  return { top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign };
}

export const toNumber = (value: Fraction): number => Number(printRounded(value, 12));

/** Prints a number with exactly this many decimals. Halves are rounded away from zero. */
export function printRounded(value: Fraction, decimals: number): string {
  const negative = value.top < 0n;
  const scaled = (negative ? -value.top : value.top) * 10n ** BigInt(decimals);
  const rounded = (scaled * 2n + value.bottom) / (value.bottom * 2n);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative && rounded !== 0n ? `-${text}` : text;
}

/** Prints all decimals of a number; undefined if they never end or are more than six. */
export function printExact(value: Fraction): string | undefined {
  for (let decimals = 0; decimals <= 6; decimals += 1) {
    if ((value.top * 10n ** BigInt(decimals)) % value.bottom === 0n) return printRounded(value, decimals);
  }
  return undefined;
}
