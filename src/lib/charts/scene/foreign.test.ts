import { describe, expect, it } from 'vitest';
import { languageRuns } from './foreign.js';

describe('a text with words of the report', () => {
  it.each([
    ['“Each” (均) is the word', ['“Each” (', '*均', ') is the word']],
    ['The fragment begins at “六、” (VI)', ['The fragment begins at “', '*六、', '” (VI)']],
    ['争取 and 争创', ['*争取', ' and ', '*争创']],
    ['no word of it', ['no word of it']],
    ['', []],
  ])('“%s” is cut where the language changes', (text, runs) => {
    expect(languageRuns(text, 'en').map((run) => (run.lang ? '*' : '') + run.text)).toEqual(runs);
  });

  it('is one run in the report’s own language', () => {
    expect(languageRuns('力争9.5%', 'zh')).toEqual([{ text: '力争9.5%' }]);
  });
});
