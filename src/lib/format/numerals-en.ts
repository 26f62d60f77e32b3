/** Writes whole numbers in English words. Knows no units. */
import { defined } from '../invariants/defined.js';

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const groups: readonly (readonly [size: number, word: string])[] = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1_000, 'thousand'],
  [100, 'hundred'],
];

/**
 * `17` → seventeen, `105` → one hundred and five.
 *
 * @throws for anything but a whole number from zero up to the safe integers
 */
export function englishNumeral(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no English numeral for ${value}`);
  const word = small[value];
  if (word !== undefined) return word;
  if (value < 100) {
    const ten = defined(tens[Math.floor(value / 10) - 2], `word for the tens of ${value}`);
    return value % 10 === 0 ? ten : `${ten}-${englishNumeral(value % 10)}`;
  }
  const found = groups.find(([size]) => value >= size);
  if (!found) throw new RangeError(`no English numeral for ${value}`);
  const [size, name] = found;
  const rest = value % size;
  const head = `${englishNumeral(Math.floor(value / size))} ${name}`;
  if (rest === 0) return head;
  return rest < 100 ? `${head} and ${englishNumeral(rest)}` : `${head} ${englishNumeral(rest)}`;
}
