import { expect, it } from 'vitest';
import { draftOf, mayBeOf, newestOfEach, type Draft } from './draft.js';
import type { Loaded } from './load-files.js';
import { storyKey, storyTitle } from './story-identity.js';

const who = { id: 'aaaaaaaa', at: 1, story: 'S' };
const order = 'sections:\n  - opening\n  - fire\n';

it('a story is the same after every edit, and another with another report or folder', () => {
  const story: Loaded = {
    folder: 'data',
    files: { 'story/story.yaml': 'editions: [zh]\ntitle:\n  zh: 报告\n' },
    hashes: { 'report/report.zh.txt': 'abc', 'report/source.yaml': 'd', 'story/order.yaml': '1' },
  };
  const edited = {
    ...story,
    hashes: { ...story.hashes, 'story/order.yaml': '2', 'report/source.yaml': 'e' },
  };
  expect(storyKey(edited)).toBe(storyKey(story));
  expect(storyKey({ ...story, folder: 'examples/other' })).not.toBe(storyKey(story));
  expect(storyKey({ ...story, hashes: { 'report/report.zh.txt': 'abd' } })).not.toBe(storyKey(story));
  expect([storyTitle(story), storyTitle({ ...story, files: {} })]).toEqual(['报告', 'data']);
});

it('a draft without a name is taken for this story’s when most of what it was made from is here', () => {
  const base = { 'story/order.yaml': order };
  const draft = draftOf(base, { 'story/order.yaml': `${order}  - crime\n` }, who);
  expect(draft && mayBeOf(draft, base)).toBe(true);
  expect(draft && mayBeOf(draft, { 'story/order.yaml': `${order}  - crime\n  - air\n` })).toBe(true);
  expect(draft && mayBeOf(draft, { 'story/order.yaml': 'sections:\n  - shelves\n  - plans\n' })).toBe(false);
  expect(draft && mayBeOf(draft, {})).toBe(false);
});

it('of two writings of one draft the newer counts; drafts stand in the order of their age', () => {
  const draft = (id: string, at: number): Draft => ({ id, at, story: '', changed: {}, base: {} });
  const [a, b, newer] = [draft('a', 3), draft('b', 2), draft('a', 4)];
  expect(newestOfEach([a, newer, b])).toEqual([b, newer]);
  expect(newestOfEach([newer, b, a])).toEqual([b, newer]);
});
