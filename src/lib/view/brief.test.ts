import { expect, it } from 'vitest';
import type { Finding, Inline } from '../story/types.js';
import { briefOf } from './brief.js';
import { testStory } from './test-story.js';

const finding = (id: string, section: string, zh: readonly Inline[]): Finding => ({
  id,
  section,
  step: 'start',
  text: { zh, en: [] },
});

it('prints what leads to a published section, led by its first number', () => {
  const strong: Inline = { type: 'strong', children: [{ type: 'figure', id: 'dredged' }] };
  const story = {
    ...testStory,
    brief: [
      finding('mud', 'river', [{ type: 'text', text: '清淤' }, strong, { type: 'derived', id: 'gap' }]),
      finding('secret', 'hidden', []),
      finding('plain', 'plan', [{ type: 'text', text: '没有数字' }]),
    ],
  };
  expect(briefOf(story, 'zh').map(({ id, step, lead }) => [id, step, lead?.id])).toEqual([
    ['mud', 'river--start', 'dredged'],
    ['plain', 'plan--start', undefined],
  ]);
});
