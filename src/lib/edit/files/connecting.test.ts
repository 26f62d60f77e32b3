/** Tests, on the good golden story, what a new order changes in connecting sentences, references and explanations of terms. */
import { describe, expect, it } from 'vitest';
import { check, goodFiles, translated } from '../../../../tests/support/golden.js';
import { goldenIdioms } from '../../../../tests/support/golden-kinds.js';
import { orderStory, type Story } from '../../story/index.js';
import { connectingChanges } from './index.js';

const checked = check(translated(goodFiles, 'en', goldenIdioms));
const story = (ids: readonly string[]): Story => {
  const ordered = checked.ok ? orderStory(checked.story, ids) : undefined;
  if (!ordered?.ok) throw new Error('the good story cannot be ordered so');
  return ordered.story;
};
const usual = story(['opening', 'visits', 'shelves', 'plans', 'close']);

describe('when the order changes', () => {
  it('nothing changes with the same order', () => {
    expect(connectingChanges(usual, usual)).toEqual([]);
  });

  it('sentences appear and vanish, references turn, an explanation moves', () => {
    expect(connectingChanges(usual, story(['opening', 'plans', 'visits', 'shelves', 'close']))).toEqual([
      { type: 'lead-in-appears', section: 'visits', after: 'plans', text: '最后看过去。' },
      { type: 'see-turns', section: 'plans', target: 'shelves', from: 'before', to: 'after' },
      { type: 'term-moves', term: 'holdings', from: 'shelves', to: 'plans' },
    ]);
    expect(connectingChanges(usual, story(['opening', 'shelves', 'visits', 'plans', 'close']), 'en')).toEqual(
      [{ type: 'lead-in-vanishes', section: 'shelves', after: 'visits', text: 'Next, the shelves.' }],
    );
  });

  it('back again is the same the other way round', () => {
    const other = story(['opening', 'plans', 'visits', 'shelves', 'close']);
    expect(connectingChanges(other, usual)).toEqual([
      { type: 'lead-in-vanishes', section: 'visits', after: 'plans', text: '最后看过去。' },
      { type: 'see-turns', section: 'plans', target: 'shelves', from: 'after', to: 'before' },
      { type: 'term-moves', term: 'holdings', from: 'plans', to: 'shelves' },
    ]);
  });
});
