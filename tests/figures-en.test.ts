/**
 * Every number of the story is as large in English as in the report, and as limited: 万 and 亿 turned into thousands, millions and
 * billions without a rounding, limits into words, classifiers into nothing. Which words those are is `format.test.ts`; here each
 * figure that editors add is tried without a line of code.
 */
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { formatFor, languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, formatProblem } from '../src/lib/story/index.js';
import type { Story } from '../src/lib/story/types.js';

function load(): Story {
  const checked = checkStory(readStoryFiles('data'), kindSpecs, languageIdioms);
  if (checked.ok) return checked.story;
  throw new Error(checked.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
}

const story = load();
const zh = formatFor('zh');
const en = formatFor('en');
const sizes = { 百: 2, 千: 3, 万: 4, 亿: 8 } as const;

/** `2.19亿元` in ones, by plain arithmetic on whole hundredths: no part of the format's own way. */
function ones(printed: string, power: number): bigint {
  const [whole = '', fraction = ''] = printed.split('.');
  return BigInt(whole + fraction.padEnd(2, '0')) * 10n ** BigInt(power);
}

/** What an English print amounts to in ones, read back from its digits and the word for their size. */
function englishOnes(printed: string): bigint | undefined {
  const [, digits, word = ''] = /(?<![\d,.])([\d,]+(?:\.\d+)?)(?: (million|billion))?/.exec(printed) ?? [];
  if (digits === undefined) return undefined;
  return ones(digits.replaceAll(',', ''), word === 'billion' ? 9 : word === 'million' ? 6 : 0);
}

/** The power of ten that a unit of the report begins with; 千瓦时 is a unit of its own. */
function powerOf(unit: string): number {
  const size = Object.entries(sizes).find(([word]) => unit.startsWith(word));
  return unit.startsWith('千瓦') ? 0 : (size?.[1] ?? 0);
}

describe.each(story.figures.map((figure) => [figure.id, figure] as const))('the figure %s', (_, figure) => {
  it('is in Chinese what the report prints', () => {
    expect(figure.span.text).toContain(zh.figure(figure, 'value'));
    expect(zh.figure(figure)).toContain(figure.printed);
  });

  it('is as large in English as in the report', () => {
    expect(englishOnes(en.figure(figure, 'value'))).toBe(ones(figure.printed, powerOf(figure.unit)));
    expect(englishOnes(en.figure(figure))).toBe(ones(figure.printed, powerOf(figure.unit)));
  });

  it('says its limit as the report does, and drops it where a format is named', () => {
    const said = /^(at least|above|within|aims for|top) /.exec(en.figure(figure))?.[1];
    const word = /以上|突破|以内|力争|前/.exec(figure.span.text)?.[0];
    const expected = { 以上: 'at least', 突破: 'above', 以内: 'within', 力争: 'aims for', 前: 'top' };
    expect(said).toBe(word && expected[word as keyof typeof expected]);
    expect(en.figure(figure, 'value')).toMatch(/^\d/);
    expect(en.figure(figure, 'number')).toMatch(/^[\d,.]+(?: [mb]illion)?$/);
  });
});

describe.each(story.derived.map((number) => [number.id, number] as const))(
  'the derived figure %s',
  (_, number) => {
    it('is as large in English as in Chinese', () => {
      expect(zh.derived(number)).toContain(number.printed);
      expect(englishOnes(en.derived(number))).toBe(ones(number.printed, powerOf(number.unit)));
    });

    it('is limited in both languages or in neither', () => {
      const limits = { 不低于: 'at least', 不超过: 'at most' } as const;
      const chinese = /^(不低于|不超过)/.exec(zh.derived(number))?.[1];
      const english = /^(at least|at most)/.exec(en.derived(number))?.[1];
      expect(english).toBe(chinese && limits[chinese as keyof typeof limits]);
    });
  },
);
