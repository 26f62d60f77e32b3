import { describe, expect, it } from 'vitest';
import { measure } from './reading-length.js';

describe("a text's length", () => {
  it.each([
    ['下降51.56%，又降', 'characters', 5],
    ['用 MW 计', 'characters', 3],
    ['Direct losses fell 51.56%.', 'words', 4],
    ['', 'words', 0],
  ] as const)('of %s in %s is %i', (text, unit, count) => expect(measure(text, unit).count).toBe(count));

  it('takes a minute at least', () => expect(measure('字', 'characters').minutes).toBe(1));
  it('takes two for twice a minute’s characters', () =>
    expect(measure('字'.repeat(510), 'characters').minutes).toBe(2));
});
