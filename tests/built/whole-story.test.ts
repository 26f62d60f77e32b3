/** The whole story as one document, from which PDFs, single file and long picture are made, can be made of any story. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { editionsOf, wholeStory } from '../../scripts/take-away/whole-story.mjs';
import { sections } from '../support/story-files.js';
import { all, buildFolder } from './site.js';

it.each(editionsOf(buildFolder))('of the edition $edition holds every section', ({ edition, path }) => {
  const whole = wholeStory(buildFolder, path);
  expect(whole.edition).toBe(edition);
  const { document } = parseHTML(whole.html);
  expect(all(document, '[data-section]').map(({ id }) => id)).toEqual(sections.map(({ id }) => id));
  expect(all(document, '.section-head h2').every((title) => title.textContent?.trim())).toBe(true);
});
