import { describe, expect, it } from 'vitest';
import type { Section, Story } from '../../story/types.js';
import { testStory } from '../test-story.js';
import { atomFeed } from './atom.js';
import { element, written } from './xml.js';

const text = (zh: string, en: string) => ({
  zh: [{ type: 'text', text: zh }] as const,
  en: [{ type: 'text', text: en }] as const,
});
const [river, ...others] = testStory.sections;
if (!river) throw new Error('no section');
const told: Section = {
  ...river,
  stage: [
    {
      name: 'a',
      kind: 'bars',
      figures: ['dredged'],
      derived: ['gap'],
      options: {},
      title: text('清淤', 'Dredging'),
      alt: text('图 & 说明', 'What <is> drawn'),
    },
  ],
  steps: ['first', 'last'].map((id) => ({
    id,
    show: { chart: 'a', state: 'drawn' },
    text: { zh: [text(id, '').zh], en: [text('', `Step ${id}: 清淤`).en] },
  })),
};
const story: Story = { ...testStory, sections: [told, ...others], updated: '2020-02-29' };
const site = 'https://story.example/report/';

describe('a feed', () => {
  it('has pictures with their text alternative, once a chart, after its last step', () => {
    const feed = atomFeed(story, 'en', { site, pictures: true });
    const images = feed.match(/<img[^>]*>/g) ?? [];
    // In the whole story and in the section.
    expect(images).toHaveLength(2);
    expect(images[0]).toBe(
      `<img src="${site}en/pictures/river--last-1080x1350.png" width="1080" height="1350" alt="What &lt;is&gt; drawn"/>`,
    );
    expect(feed.indexOf('Step last')).toBeLessThan(feed.indexOf('<img'));
    expect(feed).not.toContain('<table');
  });

  it('has the text alternative and the numbers where no pictures are made', () => {
    const feed = atomFeed(story, 'zh', { site, pictures: false });
    expect(feed).not.toContain('<img');
    expect(feed).toContain('<p>图 &amp; 说明</p><table>');
    expect(feed).toContain(`<th scope="row">清淤</th><td><a href="${site}source/#f-dredged">3公里</a></td>`);
  });

  it('keeps its ids, whatever address, words and order it has', () => {
    const ids = (feed: string) => (feed.match(/<id>[^<]*/g) ?? []).toSorted();
    const moved = { ...story, title: { zh: '别', en: 'Other' }, sections: [...story.sections].reverse() };
    const before = ids(atomFeed(story, 'zh', { site, pictures: false }));
    expect(ids(atomFeed(moved, 'zh', { site: undefined, pictures: true }))).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  it('leads by addresses relative to its own where the build knows no site', () => {
    const feed = atomFeed(story, 'en', { site: undefined, pictures: false });
    expect(feed).toContain('href="./source/#f-dredged"');
    expect(feed).toContain('href="../data/charts/river--a.csv"');
  });

  it('marks the report’s words with their language', () => {
    const feed = atomFeed(story, 'en', { site, pictures: false });
    expect(feed).toContain('Step first: <span lang="zh-Hans" xml:lang="zh-Hans">清淤</span>');
  });

  it('is refused without a date: a build has no clock', () => {
    const { updated: _, ...undated } = story;
    expect(() => atomFeed(undated, 'zh', { site, pictures: false })).toThrow(/date of the story/);
  });
});

it('XML is escaped in texts and attributes', () => {
  expect(written(element('a', { b: '"<&', c: undefined }, '<&>'))).toBe(
    '<a b="&quot;&lt;&amp;">&lt;&amp;&gt;</a>',
  );
});
