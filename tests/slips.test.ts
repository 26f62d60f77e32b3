/**
 * The slips of real editors, `tests/stories/slip-*`: each either is told at its own place, in plain words of both
 * languages, or is none, and then every character that was typed is in the story.
 */
import { describe, expect, it } from 'vitest';
import type { Inline, Story } from '../src/lib/story/index.js';
import { caseFiles, caseNames, check, goodFiles } from './support/golden.js';
import { inlinesOf } from './support/inlines.js';

const slips = caseNames.filter((name) => name.startsWith('slip-'));

/** What an editor may type as it is: no problem, no loss. Everything else has to be a problem. */
const welcome: Readonly<Record<string, string>> = {
  'slip-emoji': '图里是剩下的部分😀👩‍🚒❤️。',
  'slip-emoji-and-forms': '😀👩‍🚒❤️☺︎🏴󠁧󠁢󠁥󠁮󠁧󠁿葛󠄀𠮷𰻝。',
  'slip-rare-characters': '𠮷𬬭㐂龘是剩下的部分。',
  'slip-script-pasted': '图里是<script>alert(x)</script>剩下的部分。',
  'slip-html-pasted': '图里是<b style="color:red">剩下的</b>&nbsp;部分。',
  'slip-long-paragraph': '图里是剩下的部分。'.repeat(300),
  'slip-windows-line-ends': '图里是剩下的部分。',
};

/** What is gone has no place any more: then it is told where it is missed. */
const missed: Readonly<Record<string, number>> = {
  'slip-chart-renamed-in-one-place': 46,
  'slip-order-line-deleted': 3,
  'slip-step-deleted-with-its-chart': 22,
  'slip-translation-deleted': 39,
};

/** Rules about a file as a whole. */
const fileWide: ReadonlySet<string> = new Set(['broken-utf8', 'bad-id', 'unknown-file']);

const base = lines(caseFiles('slip-windows-line-ends').get('story/sections/visits.yaml'));

function lines(bytes: Uint8Array | undefined): readonly string[] {
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').split('\n');
}

/** Line numbers of a file that are not in the file without the slip, and those beside a line that is gone. */
function touched(name: string, file: string): ReadonlySet<number> {
  const before = file.startsWith('story/sections/visits') ? base : lines(goodFiles.get(file));
  const after = lines(caseFiles(name).get(file));
  let top = 0;
  while (top < after.length && after[top] === before[top]) top += 1;
  let bottom = 0;
  while (
    bottom < after.length - top &&
    bottom < before.length - top &&
    after.at(-1 - bottom) === before.at(-1 - bottom)
  )
    bottom += 1;
  return new Set(Array.from({ length: after.length - top - bottom + 2 }, (_, i) => top + i));
}

/** What readers would read of a story, as one run of characters. */
function printedWords(story: Story): string {
  const words = (node: Inline): string => (node.type === 'text' ? node.text : '');
  return story.sections.flatMap((section) => inlinesOf(section, 'zh').map(words)).join('');
}

describe('a slip', () => {
  it.each(slips)('%s is told at its place, or loses nothing', (name) => {
    const checked = check(caseFiles(name));
    const typed = welcome[name];
    if (typed !== undefined) {
      expect(checked.ok ? [] : checked.problems).toEqual([]);
      expect(checked.ok ? printedWords(checked.story) : '').toContain(typed);
      return;
    }
    const problems = checked.ok ? [] : checked.problems;
    expect(problems.length, 'nobody noticed').toBeGreaterThan(0);
    expect(problems.length, 'too many words about one slip').toBeLessThanOrEqual(5);
    for (const { message, expected, line, column } of problems) {
      expect(Math.min(line, column)).toBeGreaterThan(0);
      expect(message.zh).toMatch(/\p{sc=Han}/u);
      expect(message.en).toMatch(/^[^\p{sc=Han}]+$/u);
      expect([expected.zh, expected.en].every((words) => words.trim() !== '')).toBe(true);
    }
    // A slip that is told only somewhere else sends its editor there.
    expect(
      problems.some(
        ({ rule, file, line }) =>
          fileWide.has(rule) || touched(name, file).has(line) || missed[name] === line,
      ),
      JSON.stringify(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)),
    ).toBe(true);
  });

  it('comes in at least sixty kinds', () => {
    expect(slips.length).toBeGreaterThanOrEqual(60);
    expect(slips).toEqual(expect.arrayContaining(Object.keys(welcome)));
  });
});
