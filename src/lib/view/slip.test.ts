import { describe, expect, it } from 'vitest';
import { defined } from '../invariants/defined.js';
import type { Inline, Step } from '../story/types.js';
import { slipOf, type Slip } from './slip.js';
import { testStory } from './test-story.js';

const figure = (id: string): Inline => ({ type: 'figure', id });

function step(zh: readonly Inline[], highlight?: string): Step {
  return {
    id: 'start',
    show: { chart: 'bars', state: 'drawn', ...(highlight !== undefined && { highlight }) },
    text: { zh: [zh], en: [[]] },
  };
}

const slip = (...args: Parameters<typeof step>): Slip =>
  defined(slipOf(testStory, step(...args), 'zh'), 'slip');

const words = ({ pieces }: Slip) =>
  pieces.map(({ runs }) =>
    runs.map((run) => (run.type === 'text' ? run.text : run.figure.span.text)).join(''),
  );

const inked = ({ pieces }: Slip) =>
  pieces.flatMap(({ runs }) => runs.flatMap((run) => (run.type === 'figure' ? [run.figure.id] : [])));

describe('the slip of a step', () => {
  it('names its sentences by their numbers in the report, each once', () => {
    expect(slip([figure('trees'), figure('dredged'), figure('to-dredge')]).numbers).toEqual([2, 3]);
  });

  it('is the clause of its figure, with that number inked and the report’s own characters', () => {
    expect(words(slip([figure('trees')]))).toEqual(['植树50棵以上']);
    expect(inked(slip([figure('trees')]))).toEqual(['trees']);
    expect(slip([figure('trees')]).pieces[0]?.start).toBe(testStory.report.text.indexOf('植树'));
  });

  it('reads clauses that a mark alone divides as one, in the report’s order', () => {
    const both = slip([figure('trees'), { type: 'strong', children: [figure('dredged')] }]);
    expect(words(both)).toEqual(['全年清淤3公里、植树50棵以上']);
    expect(inked(both)).toEqual(['dredged', 'trees']);
  });

  it('cuts what lies between two sentences, and has both in full', () => {
    const two = slip([figure('to-dredge'), figure('dredged')]);
    expect(words(two)).toEqual(['全年清淤3公里', '计划再清淤4公里']);
    expect(two.sentences.map(({ text }) => text)).toEqual([
      '全年清淤3公里、植树50棵以上。',
      '今年计划再清淤4公里,力争5公里。',
    ]);
    expect(two.first).toBe('dredged');
  });

  it('speaks also of what only the picture lights up', () => {
    expect(inked(slip([], 'trees'))).toEqual(['trees']);
  });

  it('doesn’t repeat a sentence that it holds whole', () => {
    expect(slip([figure('dredged'), figure('trees')]).sentences).toEqual([]);
  });

  it('is missing where the step speaks of no figure of the report', () => {
    expect(slipOf(testStory, step([{ type: 'derived', id: 'gap' }], 'gap'), 'zh')).toBeUndefined();
  });

  it('has our renderings beside it in another edition: of all its clauses, or of none', () => {
    const clause = {
      start: testStory.report.text.indexOf('植树'),
      text: { en: 'at least 50 trees planted' },
    };
    const story = {
      ...testStory,
      renderings: [...testStory.renderings, { ...clause, end: clause.start + '植树50棵以上'.length }],
    };
    const english = (...ids: string[]) => {
      const given = step([]);
      return slipOf(story, { ...given, text: { zh: [], en: [ids.map(figure)] } }, 'en');
    };
    expect(english('trees')?.pieces[0]?.renderings).toEqual(['at least 50 trees planted']);
    expect(english('dredged', 'trees')?.pieces[0]?.renderings).toEqual([]);
    expect(english('dredged')?.sentences[0]?.rendering).toMatch(/^Over the year/);
  });
});
