import { expect, it } from 'vitest';
import type { Section } from '../story/types.js';
import { absentTexts } from './absent.js';
import { passageLabel } from './passage-label.js';
import { railTicks } from './rail-ticks.js';
import { testStory } from './test-story.js';

it('the rail has a tick a figure in the report’s order, and a gap for a passage without', () => {
  const row = railTicks(testStory).map((item) =>
    item.type === 'tick' ? `${item.figure.id} ${item.kindClass}${item.opens ? ' opens' : ''}` : item.type,
  );
  expect(row).toEqual([
    'dredged reported opens',
    'trees reported',
    'to-dredge target opens',
    'to-dredge-stretch strive',
    'gap',
  ]);
});

it('the rail keeps the report’s order whatever the story’s, hidden sections included', () => {
  const [first, ...others] = testStory.sections;
  const other = { ...testStory, sections: others.reverse(), hidden: first ? [first] : [] };
  expect(railTicks(other)).toEqual(railTicks(testStory));
});

it.each([
  ['一、推进河道治理。', '推进河道治理'],
  ['十二、河道', '河道'],
  ['一线治理,', '一线治理'],
  ['河道；治理：', '河道；治理'],
])('a heading %s is called %s', (text, label) => {
  const section: Section = {
    id: 'x',
    title: {},
    standfirst: {},
    stage: [],
    steps: [],
    heading: { start: 0, end: 0, text },
  };
  expect(passageLabel({ ...testStory, sections: [section] }, 'x', 'zh')).toBe(label);
});

it('without empty frames in the last section, what is missing comes from the source file', () => {
  const missing = [{ zh: '没有标题', en: 'no title' }];
  const story = { ...testStory, report: { ...testStory.report, missing } };
  expect(absentTexts(story, 'zh')).toEqual([[{ type: 'text', text: '没有标题' }]]);
});
