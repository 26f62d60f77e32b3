import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../../../charts/specs.js';
import { languageIdioms } from '../../../format/index.js';
import { readStoryFiles } from '../../../server/read-story-files.js';
import { checkStory, orderStory, type Story } from '../../../story/index.js';
import { keepRows, keepSame } from './keep-same.js';

const checked = checkStory(readStoryFiles('examples/small-story'), kindSpecs, languageIdioms);
if (!checked.ok) throw new Error('the small story is not sound');
const { story } = checked;
const copy = structuredClone(story);

describe('a story that came again', () => {
  it('is the objects that it was', () => {
    const kept = keepSame(story, copy);
    expect(kept.sections).toBe(story.sections);
    expect(kept.hidden).toBe(story.hidden);
  });

  it('keeps every step and chart of a section whose title is another', () => {
    const [first, ...rest] = copy.sections;
    if (!first) throw new Error('no section');
    const titled = { ...first, title: { ...first.title, en: [{ type: 'text', text: 'Another' }] } } as const;
    const kept = keepSame(story, { ...copy, sections: [titled, ...rest] }).sections[0];
    expect(kept).not.toBe(story.sections[0]);
    expect(kept?.title).toBe(titled.title);
    expect(kept?.steps).toBe(story.sections[0]?.steps);
    expect(kept?.stage).toBe(story.sections[0]?.stage);
  });

  it('in another order is equal to that order, in everything', () => {
    const ids = story.sections.map(({ id }) => id);
    const pinned = story.sections.filter(({ pin }) => pin).map(({ id }) => id);
    const free = ids.filter((id) => !pinned.includes(id)).reverse();
    const turned = ids.map((id) => (pinned.includes(id) ? id : (free.shift() ?? id)));
    const ordered = orderStory(story, turned);
    if (!ordered.ok) throw new Error(JSON.stringify(ordered.faults));
    const kept: Story = keepSame(story, ordered.story);
    expect(kept).toEqual(ordered.story);
    expect(kept.sections.map(({ id }) => id)).toEqual(turned);
  });
});

describe('rows that came again', () => {
  const rows = [
    { id: 'a', titles: ['A'], pin: undefined },
    { id: 'b', titles: ['B'], length: 3 },
  ];

  it('are the rows that they were, also in another order', () => {
    expect(keepRows(rows, structuredClone(rows))).toBe(rows);
    const [b, a] = keepRows(rows, structuredClone(rows).reverse());
    expect([b, a]).toEqual([rows[1], rows[0]]);
    expect(a).toBe(rows[0]);
  });

  it.each([
    ['another title', { id: 'a', titles: ['C'], pin: undefined }],
    ['a title more', { id: 'a', titles: ['A', 'B'], pin: undefined }],
    ['another key', { id: 'a', titles: ['A'], pen: undefined }],
    ['a key more', { id: 'a', titles: ['A'], pin: undefined, length: 3 }],
    ['a list become an object', { id: 'a', titles: { 0: 'A' }, pin: undefined }],
    ['nothing where something was', { id: 'a', titles: null, pin: undefined }],
  ])('are others with %s', (_, changed) => {
    expect(keepRows<{ readonly id: string }>(rows, [changed])[0]).toBe(changed);
  });
});
