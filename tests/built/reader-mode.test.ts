/**
 * Reader mode, by the library that Firefox and others use: it is offered, and keeps the story. Every number is a link, which makes prose
 * look like a list of links to it; what keeps the prose is structure and names (see Story.svelte, Step.svelte).
 */
import { isProbablyReaderable } from '@mozilla/readability';
import { describe, expect, it } from 'vitest';
import { editions, sections } from '../support/story-files.js';
import { lostInReaderMode } from '../support/reader-mode.js';
import { open, read } from './site.js';

const stories = editions.map((edition, i) => ({
  edition,
  path: i === 0 ? 'index.html' : `${edition}/index.html`,
}));

describe.each(stories)('the story in $edition, without script', ({ path }) => {
  it('is offered in reader mode', () => expect(isProbablyReaderable(open(path))).toBe(true));

  it('has every step, number, figure and picture’s words in it', () => {
    expect(lostInReaderMode(read(path))).toEqual([]);
  });
});

it('keeps a section and a step whatever an editor calls them', () => {
  // Names that reader modes take for what is not the story. `share` alone nothing outweighs (docs/hosting.md).
  const ids = ['social-security', 'related', 'comments', 'footer', 'media', 'sidebar', 'header', 'banner'];
  const renamed = sections
    .slice(0, ids.length)
    .reduce((html, { id }, i) => html.replaceAll(`="${id}`, `="${ids[i] ?? ''}`), read('index.html'));
  expect(renamed).toContain('id="social-security"');
  expect(lostInReaderMode(renamed)).toEqual([]);
});
