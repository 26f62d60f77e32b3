/** Every address that was ever published is a place on the story's pages, in every edition; only those of hidden sections have none. */
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../../src/lib/charts/specs.js';
import { languageIdioms } from '../../src/lib/format/index.js';
import { readStoryFiles, storyDir } from '../../src/lib/server/read-story-files.js';
import { addressesPath, sectionOfAddress } from '../../src/lib/story/addresses.js';
import { checkStory } from '../../src/lib/story/index.js';
import { addressesIn } from '../../src/lib/story/record-addresses.js';
import { all, open, pages } from './site.js';

const files = readStoryFiles(storyDir());
const checked = checkStory(files, kindSpecs, languageIdioms);
if (!checked.ok) throw new Error('the story is unsound');
const { story } = checked;
const hidden = new Set(story.hidden.map(({ id }) => id));
const recorded = [...addressesIn(files.get(addressesPath) ?? new Uint8Array())].filter(
  (address) => !hidden.has(sectionOfAddress(address)),
);

describe.each(pages.filter((path) => /^(?:[a-z]{2}\/)?(?:embed\/)?index\.html$/.test(path)))('%s', (path) => {
  const ids = all(open(path), '[id]').map(({ id }) => id);

  it('has a place for every recorded address, once', () => {
    expect(recorded.length).toBeGreaterThan(10);
    const places = new Map(recorded.map((address) => [address, ids.filter((id) => id === address).length]));
    expect([...places].filter(([, count]) => count !== 1)).toEqual([]);
  });

  it('has former addresses inside of what they lead to', () => {
    for (const { from, to } of story.moved) {
      if (hidden.has(sectionOfAddress(from))) continue;
      const around = open(path).getElementById(from)?.parentElement?.id;
      expect(around, from).toBe(to === '' || hidden.has(sectionOfAddress(to)) ? 'story' : to);
    }
  });
});
