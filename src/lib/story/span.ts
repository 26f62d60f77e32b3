/**
 * Reads what the report prints at a figure's range (word, number, unit, word) and finds where a row of the table says something
 * else. Works on characters only; the caller knows files and positions.
 */
import type { Comparator, Message } from './types.js';
import { exactly, say } from './problems.js';
import type { Rule } from './rules.js';
import type { ReportWords } from './words.js';

export interface Claim {
  readonly value: string;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly hasNote: boolean;
  readonly start: number;
  readonly end: number;
  readonly quoteEnd: number;
  readonly sentenceStart: number;
}

export interface Fault {
  readonly rule: Rule;
  /** The column of the table with the wrong value. */
  readonly column: 'value' | 'unit' | 'comparator' | 'start' | 'end' | 'note';
  readonly found: string;
  readonly expected: Message;
  readonly nearest?: string;
}

const numberPattern = /[0-9]+(?:\.[0-9]+)?/;

export function checkSpan(report: string, claim: Claim, words: ReportWords): readonly Fault[] {
  const span = report.slice(claim.start, claim.end);
  const number = numberPattern.exec(span);
  if (!number)
    return [{ rule: 'span-wrong', column: 'start', found: span, expected: say('一个数', 'a number') }];
  const faults: Fault[] = [];
  const before = span.slice(0, number.index);
  const rest = span.slice(number.index + number[0].length);
  const cut = cutEnds(report, claim, words);
  if (cut) faults.push(cut);

  if (number[0] !== claim.value && cut?.rule !== 'span-wrong') {
    faults.push({
      rule: 'value-not-in-span',
      column: 'value',
      found: claim.value,
      expected: exactly(number[0]),
      nearest: number[0],
    });
  }
  const after = rest.startsWith(claim.unit) ? rest.slice(claim.unit.length) : undefined;
  const afterWords = Object.values(words.after).flat();
  const wordAfter = afterWords.find((word) => rest.endsWith(word));
  if (after === undefined || (after !== '' && !afterWords.includes(after))) {
    const unit = wordAfter === undefined ? rest : rest.slice(0, rest.length - wordAfter.length);
    faults.push({
      rule: 'unit-not-in-span',
      column: 'unit',
      found: claim.unit,
      expected: exactly(unit),
      nearest: unit,
    });
  }
  if (before !== '' && !words.rank.includes(before) && !Object.values(words.before).flat().includes(before)) {
    faults.push({
      rule: 'span-wrong',
      column: 'start',
      found: span,
      expected: say('数前只能是限定词', 'only a comparator word before the number'),
    });
  }
  // If the range cuts a word off, the comparator cannot be checked.
  const fault = cut ? undefined : checkComparator(report, claim, words, { before, wordAfter });
  if (fault) faults.push(fault);
  return faults;
}

/** Checks that the range does not begin or end inside a number, and does not leave out an adjacent comparator word. */
function cutEnds(report: string, claim: Claim, words: ReportWords): Fault | undefined {
  const head = report.slice(Math.max(0, claim.start - 4), claim.start);
  const tail = report.slice(claim.end, claim.end + 4);
  const wordBefore = Object.values(words.before)
    .flat()
    .find((word) => head.endsWith(word));
  const wordAfter = Object.values(words.after)
    .flat()
    .find((word) => tail.startsWith(word));
  const first = report.charAt(claim.start);
  const last = report.charAt(claim.end - 1);
  if (/[0-9.]/.test(first) && /[0-9.]$/.test(head)) {
    return {
      rule: 'span-wrong',
      column: 'start',
      found: report.slice(claim.start, claim.end),
      expected: say('从数的第一位开始', 'a start at the first digit'),
    };
  }
  if (/[0-9.]/.test(last) && /^\.?[0-9]/.test(tail)) {
    return {
      rule: 'span-wrong',
      column: 'end',
      found: report.slice(claim.start, claim.end),
      expected: say('到数的最后一位为止', 'an end after the last digit'),
    };
  }
  if (wordBefore !== undefined) {
    const start = claim.start - wordBefore.length;
    return {
      rule: 'comparator-not-as-report',
      column: 'start',
      found: `${claim.start}`,
      expected: exactly(`${start}`),
      nearest: `${start}`,
    };
  }
  if (wordAfter !== undefined) {
    const end = claim.end + wordAfter.length;
    return {
      rule: 'comparator-not-as-report',
      column: 'end',
      found: `${claim.end}`,
      expected: exactly(`${end}`),
      nearest: `${end}`,
    };
  }
  return undefined;
}

function checkComparator(
  report: string,
  claim: Claim,
  words: ReportWords,
  read: { before: string; wordAfter: string | undefined },
): Fault | undefined {
  const meant = meaning(words.after, read.wordAfter) ?? meaning(words.before, read.before);
  const { comparator } = claim;
  const wrong = (expected: Message): Fault => ({
    rule: 'comparator-not-as-report',
    column: 'comparator',
    found: comparator,
    expected,
  });
  if (meant !== undefined) return meant === comparator ? undefined : wrong(exactly(meant));
  switch (comparator) {
    case '=':
      return undefined;
    case '>=': {
      // In 60%、50%以上 the comparator word is written once and holds for both numbers.
      const shared = (words.after['>='] ?? []).some((word) =>
        report.slice(claim.end, claim.quoteEnd).includes(word),
      );
      if (!shared) return wrong(exactly('='));
      if (claim.hasNote) return undefined;
      return {
        rule: 'note-needed',
        column: 'note',
        found: '',
        expected: say(
          '说明「以上」是与后一个数共用的',
          'a note that the comparator word is shared with the next number',
        ),
      };
    }
    case 'strive': {
      const lead = report.slice(claim.sentenceStart, claim.start);
      const governed = (words.before.strive ?? []).some((word) => lead.includes(word));
      return governed ? undefined : wrong(exactly('='));
    }
    case '>':
    case '<=':
      return wrong(exactly('='));
  }
}

function meaning(words: ReportWords['before'], word: string | undefined): Comparator | undefined {
  if (word === undefined || word === '') return undefined;
  const comparators: readonly Comparator[] = ['>=', '<=', '>', 'strive'];
  return comparators.find((comparator) => words[comparator]?.includes(word));
}
