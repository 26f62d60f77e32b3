/**
 * Splits the report's units into a magnitude (万, 亿) and a base unit, and has the factors for converting base units. Plain data
 * and string arithmetic, used by the checks (conversions in `derived.yaml`) and by the languages.
 */
import { movePoint } from './digits.js';

/**
 * Magnitudes as powers of ten, longer words first: 万亿 is not 万 followed by a unit 亿. 千 alone belongs to the base unit (千瓦时, 千米).
 */
const magnitudes: readonly (readonly [word: string, exponent: number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
];

export interface UnitParts {
  /** The magnitude as a power of ten: 8 for 亿元. */
  readonly exponent: number;
  /** The unit without magnitude: 元 for 亿元. */
  readonly base: string;
}

export function splitUnit(unit: string): UnitParts {
  const found = magnitudes.find(([word]) => unit.startsWith(word));
  return found ? { exponent: found[1], base: unit.slice(found[0].length) } : { exponent: 0, base: unit };
}

/** The exact number in base units, as digits: `19.12`, `万人次` → `191200`. */
export function inBaseUnits(printed: string, unit: string): string {
  return movePoint(printed, splitUnit(unit).exponent);
}

/** Writes a power of ten as a report in Chinese would: 1000000 元 → `100` 万元. */
export function withMagnitude(
  value: number,
  base: string,
): { readonly printed: string; readonly unit: string } {
  const [word, exponent] = [['亿', 8] as const, ['万', 4] as const].find(
    ([, power]) => value >= 10 ** power,
  ) ?? ['', 0];
  return { printed: String(value / 10 ** exponent), unit: word + base };
}

/** A conversion: one base unit `from` is `1 / divisor` of `unit`. */
export interface Conversion {
  readonly from: string;
  readonly unit: string;
  readonly divisor: number;
}

/** The conversions that `to:` in `derived.yaml` may name. All are exact by definition. */
export const conversions: Readonly<Record<'hectare', Conversion>> = {
  hectare: { from: '亩', unit: '公顷', divisor: 15 },
};
