import { expect, it } from 'vitest';
import { complete } from './texts.js';

const editions = { declared: ['zh', 'en'], known: ['zh', 'en', 'fr'] } as const;

it('has an empty text where one of a declared edition is missing, and none of another', () => {
  expect(complete({ editions }, { zh: '题' }, '')).toEqual({ zh: '题', en: '' });
});

it('changes no text that there is', () => {
  expect(complete({ editions }, { fr: 'titre', en: 'title', zh: '题' }, '')).toEqual({
    fr: 'titre',
    en: 'title',
    zh: '题',
  });
});
