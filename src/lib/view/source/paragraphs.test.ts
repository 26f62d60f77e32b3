import { expect, it } from 'vitest';
import { testStory } from '../test-story.js';
import type { Run } from './paragraphs.js';
import { paragraphs } from './paragraphs.js';

function textOf(run: Run): string {
  return run.type === 'figure'
    ? run.figure.span.text
    : run.type === 'passage' || run.type === 'sentence'
      ? ''
      : run.text;
}

const found = paragraphs(testStory);

it('put together, the paragraphs are the report again', () => {
  expect(found.map((runs) => runs.map(textOf).join('')).join('\n')).toBe(testStory.report.text);
});

it('every figure is a run of its own, once and in order', () => {
  const figures = found.flat().flatMap((run) => (run.type === 'figure' ? [run.figure.id] : []));
  expect(figures).toEqual(testStory.figures.map((figure) => figure.id));
});

it('a passage begins before its heading, wherever in the paragraph that is', () => {
  expect(found[0]?.slice(0, 3)).toEqual([
    { type: 'passage', section: 'river' },
    { type: 'sentence', number: 1 },
    { type: 'heading', text: '河道治理。' },
  ]);
  expect(found.flat().filter((run) => run.type === 'passage')).toHaveLength(testStory.passages.length);
});

it('every sentence begins with its number', () => {
  const runs = found.flat();
  const begun = runs.flatMap((run, i) => (run.type === 'sentence' ? [[run.number, runs[i + 1]?.type]] : []));
  expect(begun).toEqual([
    [1, 'heading'],
    [2, 'text'],
    [3, 'text'],
    [4, 'text'],
  ]);
});
