/** Whatever the files hold, the checks answer: seeded damage to the good story never ends in an exception. */
import { describe, expect, it } from 'vitest';
import { check, goodFiles } from './support/golden.js';
import { seededRandom } from './support/random.js';

const pieces = [
  '"',
  "'",
  '{',
  '[',
  ': ',
  '- ',
  '|',
  '>',
  '#',
  '&a',
  '*a',
  '[[',
  '**',
  '](',
  '\n',
  ',',
  '\u202e',
  '\0',
  '__proto__',
  '：',
  '　',
  '9',
  '',
  '\ufffd',
];

/** Some in every run, all of them by `npm run test:mutants`. */
const series = process.env['MUTANTS'] === 'all' ? 12 : 4;

describe('seeded damage', () => {
  it.each(Array.from({ length: series }, (_, seed) => seed))('series %i', (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 20; round += 1) {
      const files = new Map(goodFiles);
      for (let wounds = 1 + random.below(4); wounds > 0; wounds -= 1) {
        const path = random.pick([...files.keys()]);
        const bytes = files.get(path) ?? new Uint8Array();
        const at = random.below(bytes.length + 1);
        const put = new TextEncoder().encode(random.pick(pieces));
        const end = Math.min(bytes.length, at + random.below(5));
        files.set(path, Uint8Array.from([...bytes.slice(0, at), ...put, ...bytes.slice(end)]));
      }
      const checked = check(files);
      for (const problem of checked.ok ? [] : checked.problems) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.column).toBeGreaterThan(0);
      }
    }
  });

  it('of a story without files, or with empty ones', () => {
    expect(check(new Map()).ok).toBe(false);
    expect(check(new Map([...goodFiles.keys()].map((path) => [path, new Uint8Array()]))).ok).toBe(false);
  });

  it('of a story with far too many files', () => {
    const many = Array.from(
      { length: 600 },
      (_, i) => [`story/sections/s${i}.yaml`, new Uint8Array()] as const,
    );
    expect(check(new Map([...goodFiles, ...many])).ok).toBe(false);
  });
});
