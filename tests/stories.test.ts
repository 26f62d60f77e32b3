/**
 * Golden stories: a small invented one that passes, and what the checks say, word for word, about each way to break it.
 * When a sentence changes, the new output lies beside the old as `problems.actual.txt`.
 */
import { describe, expect, it } from 'vitest';
import {
  caseFiles,
  caseNames,
  check,
  expectedOf,
  goodFiles,
  leaveActual,
  printed,
} from './support/golden.js';

describe('the good story', () => {
  it('passes', () => {
    expect(printed(check(goodFiles))).toBe('ok\n');
  });
});

describe('a broken story', () => {
  it.each(caseNames)('%s', (name) => {
    const actual = printed(check(caseFiles(name)));
    leaveActual(name, actual);
    expect(actual).toBe(expectedOf(name));
  });

  it('comes in at least fifty kinds', () => {
    expect(caseNames.length).toBeGreaterThanOrEqual(50);
  });
});
