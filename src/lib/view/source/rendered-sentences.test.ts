import { expect, it } from 'vitest';
import { testStory } from '../test-story.js';
import { paragraphs } from './paragraphs.js';
import { renderedSentences } from './rendered-sentences.js';

it('has each sentence with figures once, in its paragraph', () => {
  expect(renderedSentences(testStory, 'en').map((list) => list.map(({ figures }) => figures))).toEqual([
    [
      ['dredged', 'trees'],
      ['to-dredge', 'to-dredge-stretch'],
    ],
    [],
  ]);
});

it('has as many lists as the report has paragraphs', () => {
  expect(renderedSentences(testStory, 'en')).toHaveLength(paragraphs(testStory).length);
});

it('has nothing in the report’s own language', () => {
  expect(renderedSentences(testStory, 'zh').flat()).toEqual([]);
});
