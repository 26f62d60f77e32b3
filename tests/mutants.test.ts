/**
 * No slip of a finger gets through: one digit or unit changed in the table, in a quote or in the report, a number typed
 * into a section, two quotes swapped. Each of the seeded mutants of the real story is caught, in the file and on the line
 * where it was made: a share of each kind in every run, all of them by `npm run test:mutants`.
 */
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, formatProblem } from '../src/lib/story/index.js';
import { cellsOf, encode, mutants, type Mutant } from './support/mutants.js';
import { seededRandom } from './support/random.js';

const files = readStoryFiles('data');

/** What the checks say at the place of the change, or why that is not enough. */
function caught(mutant: Mutant): string {
  const changed = new Map(files);
  changed.set(mutant.file, encode(mutant.text));
  const checked = checkStory(changed, kindSpecs, languageIdioms);
  if (checked.ok) return 'survived';
  const here = checked.problems.some(({ file, line }) => file === mutant.file && mutant.lines.includes(line));
  return here
    ? 'caught'
    : `elsewhere: ${checked.problems.map((problem) => formatProblem(problem, 'en')).join(' | ')}`;
}

describe('the real story', () => {
  it('passes unchanged, so that what is caught is the change', () => {
    const checked = checkStory(files, kindSpecs, languageIdioms);
    expect(checked.ok ? [] : checked.problems).toEqual([]);
  });

  it('has its table read here as the checks read it', () => {
    const checked = checkStory(files, kindSpecs, languageIdioms);
    const quotes = checked.ok ? checked.story.figures.map(({ quote }) => quote.text) : [];
    expect(cellsOf(files, 'quote').map(({ value }) => value)).toEqual(quotes);
  });
});

describe('no mutant survives', () => {
  const all = mutants(files);
  const share = process.env['MUTANTS'] === 'all' ? Infinity : 4;

  it.each(Object.entries(all))('%s', { timeout: 240_000 }, (_name, made) => {
    const tried = seededRandom(7).shuffle(made).slice(0, share);
    const wrong = tried.flatMap((mutant) => {
      const result = caught(mutant);
      return result === 'caught' ? [] : [`${mutant.what} → ${result}`];
    });
    expect(wrong).toEqual([]);
  });

  it('of at least 300', () => {
    expect(Object.values(all).flat().length).toBeGreaterThanOrEqual(300);
  });
});
