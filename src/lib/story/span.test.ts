import { describe, expect, it } from 'vitest';
import { checkSpan, type Claim } from './span.js';
import { reportWords } from './words.js';

const report = '力争办证340张以上,借阅增长6%、力争8%,支出8万元以内,占比20%、15%以上,进入前90,突破2万元。';

/** The rules broken by a row that claims these words of the report. */
function faults(words: string, claim: Partial<Claim>): readonly string[] {
  const start = report.indexOf(words);
  const whole = {
    hasNote: false,
    start,
    end: start + words.length,
    quoteEnd: report.length,
    sentenceStart: 0,
  };
  const complete = { value: '0', unit: '', comparator: '=', ...whole, ...claim } as const;
  return checkSpan(report, complete, reportWords.zh).map(({ rule, column }) => `${rule} in ${column}`);
}

describe('a sound row', () => {
  it.each([
    ['340张以上', '340', '张', '>='],
    ['6%', '6', '%', '='],
    ['力争8%', '8', '%', 'strive'],
    ['8万元以内', '8', '万元', '<='],
    ['15%以上', '15', '%', '>='],
    ['前90', '90', '', 'strive'],
    ['突破2万元', '2', '万元', '>'],
  ] as const)('%s is %s %s %s', (words, value, unit, comparator) => {
    expect(faults(words, { value, unit, comparator })).toEqual([]);
  });

  it('may share the word of the next number, with a note', () => {
    const claim = { value: '20', unit: '%', comparator: '>=' } as const;
    expect(faults('20%', { ...claim, hasNote: true })).toEqual([]);
    expect(faults('20%', claim)).toEqual(['note-needed in note']);
    const before = report.indexOf('20%') + 3;
    expect(faults('20%', { ...claim, hasNote: true, quoteEnd: before })).toEqual([
      'comparator-not-as-report in comparator',
    ]);
  });
});

describe('a row that claims something else', () => {
  it.each([
    ['340张以上', { value: '341', unit: '张', comparator: '>=' }, ['value-not-in-span in value']],
    ['340张以上', { value: '340', unit: '户', comparator: '>=' }, ['unit-not-in-span in unit']],
    [
      '340张以上',
      { value: '340', unit: '张以上', comparator: '=' },
      ['comparator-not-as-report in comparator'],
    ],
    ['340张', { value: '340', unit: '张', comparator: '=' }, ['comparator-not-as-report in end']],
    ['8%', { value: '8', unit: '%', comparator: 'strive' }, ['comparator-not-as-report in start']],
    ['8万元以内', { value: '8', unit: '万元', comparator: '>=' }, ['comparator-not-as-report in comparator']],
    ['6%', { value: '6', unit: '%', comparator: '<=' }, ['comparator-not-as-report in comparator']],
    ['突破2万元', { value: '2', unit: '万', comparator: '>' }, ['unit-not-in-span in unit']],
    ['40张以上', { value: '40', unit: '张', comparator: '>=' }, ['span-wrong in start']],
    ['增长6%', { value: '6', unit: '%', comparator: '=' }, ['span-wrong in start']],
    ['占比', { value: '20', unit: '%', comparator: '=' }, ['span-wrong in start']],
  ] as const)('of %s: %j', (words, claim, expected) => {
    expect(faults(words, claim)).toEqual(expected);
  });

  it('may strive only where the sentence did so before', () => {
    const claim = { value: '6', unit: '%', comparator: 'strive' } as const;
    expect(faults('6%', claim)).toEqual([]);
    expect(faults('6%', { ...claim, sentenceStart: 4 })).toEqual(['comparator-not-as-report in comparator']);
  });
});
