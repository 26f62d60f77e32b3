/**
 * Whatever stands in quotation marks has been said: each seeded mutant of a quotation of the real story is caught, as a
 * quotation and on its line, in both languages; and the list of what is no quotation holds nothing that is not used.
 */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory } from '../src/lib/story/index.js';
import { encode } from './support/mutants.js';
import { quotationMutants } from './support/quotation-mutants.js';

const files = readStoryFiles('data');
const list = parse(new TextDecoder().decode(files.get('quoted-words.yaml'))) as Record<
  string,
  { words: string; reason: string }[]
>;
const entries = Object.values(list).flat();
const all = quotationMutants(files, new Set(entries.map(({ words }) => words)));

function problemsWith(file: string, text: string) {
  const checked = checkStory(new Map(files).set(file, encode(text)), kindSpecs, languageIdioms);
  return checked.ok ? [] : checked.problems;
}

/** One of each kind in every run, all of them by `npm run test:mutants`. */
const share = process.env['MUTANTS'] === 'all' ? Infinity : 1;

describe('no mutant of a quotation survives', () => {
  it.each(Object.entries(all))('%s', { timeout: 120_000 }, (_name, mutants) => {
    const survivors = mutants.slice(0, share).filter(({ file, text, lines }) => {
      const found = problemsWith(file, text);
      return !found.some(
        (problem) =>
          problem.rule.startsWith('quotation-') && problem.file === file && lines.includes(problem.line),
      );
    });
    expect(survivors.map(({ what }) => what)).toEqual([]);
  });

  it('of at least forty', () => {
    expect(Object.values(all).flat().length).toBeGreaterThanOrEqual(40);
  });
});

describe('what is no quotation', () => {
  it('is used: without its entries, each is a problem', { timeout: 60_000 }, () => {
    const found = new Set(
      problemsWith('quoted-words.yaml', 'zh: []\nen: []\n').map((problem) => problem.found),
    );
    expect(entries.filter(({ words }) => !found.has(words))).toEqual([]);
  });

  it('is what it was found to be: the report’s words with one changed are not among it', () => {
    const safety = new TextDecoder().decode(files.get('story/sections/safety.yaml'));
    const lie = safety.replace('“全年未发生较大及以上安全事故”', '“全年未发生任何安全事故”');
    expect(lie).not.toBe(safety);
    expect(problemsWith('story/sections/safety.yaml', lie)).toContainEqual(
      expect.objectContaining({ rule: 'quotation-not-found', nearest: '全年未发生较大及以上安全事故' }),
    );
    const denied = safety.replace('“全年未发生较大及以上安全事故”', '“发生较大及以上安全事故”');
    expect(problemsWith('story/sections/safety.yaml', denied)).toContainEqual(
      expect.objectContaining({ rule: 'quotation-cut' }),
    );
  });
});
