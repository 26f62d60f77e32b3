import { expect, it } from 'vitest';
import { coverOf } from './cover.js';
import { testStory } from './test-story.js';

const text = (cover: ReturnType<typeof coverOf>) =>
  cover.bands
    .flat()
    .map((run) => (run.type === 'text' ? run.text : run.figure.span.text))
    .join('');

/** The test story with its report made longer by this many characters, in a passage of their own. */
function longer(by: number) {
  const { report, passages } = testStory;
  const long = report.text + '无'.repeat(by);
  return {
    ...testStory,
    report: { ...report, text: long, length: long.length },
    passages: [...passages, { section: 'more', start: report.text.length, end: long.length }],
  };
}

it('sets a short report whole, band by band, and no number across two bands', () => {
  const cover = coverOf(testStory);
  expect(text(cover)).toBe(testStory.report.text);
  expect(cover.bands.flat().filter((run) => run.type === 'figure')).toHaveLength(testStory.figures.length);
});

it('has one mark for each character that isn’t set', () => {
  const story = longer(1234);
  const cover = coverOf({ ...story, passages: [{ section: 'all', start: 0, end: 250 }] });
  const marks = [...cover.field.lines.matchAll(/h(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  expect(text(cover) + '×'.repeat(marks)).toHaveLength(story.report.text.length);
  expect(cover.field.rows).toBe(Math.ceil(marks / cover.field.columns));
});

it('draws a number where it stands, by its pen', () => {
  const before = '无'.repeat(300);
  const shifted = { ...testStory, report: { ...testStory.report, text: before + testStory.report.text } };
  const figures = testStory.figures.map((figure) => ({
    ...figure,
    span: { ...figure.span, start: figure.span.start + 300, end: figure.span.end + 300 },
  }));
  const { field } = coverOf({ ...shifted, figures, passages: [{ section: 'all', start: 0, end: 300 }] });
  const [first] = testStory.figures;
  const reported = field.figures.find(({ pen }) => pen === 'reported');
  expect(reported?.path.startsWith(`M${first?.span.start} 0h3`)).toBe(true);
  expect(field.figures.map(({ pen }) => pen)).toEqual(['reported', 'target', 'strive']);
});
