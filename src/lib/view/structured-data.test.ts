import { describe, expect, it } from 'vitest';
import type { Section, Story } from '../story/types.js';
import { cardMeta, sectionCard, storyPicture } from './card.js';
import { pageOf } from './page.js';
import { storyUuid } from './story-id.js';
import { dataset, jsonLd, sectionArticle, storyArticle } from './structured-data.js';
import { testStory } from './test-story.js';

const words = (zh: string, en: string) => ({
  zh: [{ type: 'text', text: zh }] as const,
  en: [{ type: 'text', text: en }] as const,
});
const [river, ...others] = testStory.sections;
if (!river) throw new Error('no section');
const chart = { name: 'a', kind: 'bars', figures: ['dredged'], derived: [], options: {} };
const told: Section = {
  ...river,
  standfirst: words('报告称。', 'The report says.'),
  stage: [{ ...chart, title: words('清淤', 'Dredging'), alt: words('图', 'Chart') }],
  steps: ['first', 'last'].map((id) => ({
    id,
    show: { chart: 'a', state: 'drawn' },
    text: { zh: [words(`${id}步`, '').zh], en: [words('', `Step ${id}`).en] },
  })),
};
const story: Story = {
  ...testStory,
  sections: [told, ...others],
  updated: '2020-02-29',
  licence: { name: 'CC-BY-4.0', address: 'https://licence.example/by' },
};
const site = 'https://story.example/report/';
const page = (edition: string, path = '') => pageOf({ story, edition, path, pictures: true });

describe('what a page says it is', () => {
  it('is an article based on the report, with what the story’s files say and no more', () => {
    expect(storyArticle(page('zh'), site)).toEqual({
      '@type': 'NewsArticle',
      '@id': `urn:uuid:${storyUuid(story, 'zh')}`,
      headline: '例',
      description: '例',
      url: site,
      inLanguage: 'zh-Hans',
      creditText: '例',
      dateModified: '2020-02-29',
      license: 'https://licence.example/by',
      isBasedOn: {
        '@type': 'Report',
        name: '报告',
        inLanguage: 'zh-Hans',
        author: { '@type': 'Organization', name: '某处' },
        identifier: `sha256:${'0'.repeat(64)}`,
      },
      image: {
        '@type': 'ImageObject',
        url: `${site}pictures/river--first-1200x630.png`,
        width: 1200,
        height: 630,
        caption: '清淤\nfirst步',
      },
      workTranslation: [{ '@id': `urn:uuid:${storyUuid(story, 'en')}` }],
    });
  });

  it('is a translation in another edition, in that edition’s words', () => {
    expect(storyArticle(page('en'), site)).toMatchObject({
      headline: 'Example',
      url: `${site}en/`,
      inLanguage: 'en',
      isBasedOn: { name: 'Report', inLanguage: 'zh-Hans' },
      translationOfWork: { '@id': `urn:uuid:${storyUuid(story, 'zh')}` },
    });
  });

  it('has no date, licence or image where there is none', () => {
    const { updated: _, licence: __, ...plain } = story;
    const bare = storyArticle(pageOf({ story: plain, edition: 'zh', path: '' }), undefined);
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['dateModified']));
    for (const key of ['dateModified', 'license', 'image']) expect(bare).not.toHaveProperty(key);
    expect(bare).toMatchObject({ url: './' });
  });

  it('is a part of the story for a section, with the picture of its last step', () => {
    expect(sectionArticle(page('en', 'embed/river/'), told, site)).toMatchObject({
      headline: 'Title of river',
      description: 'The report says.',
      url: `${site}en/embed/river/`,
      isPartOf: { '@id': `urn:uuid:${storyUuid(story, 'en')}`, headline: 'Example' },
      image: { url: `${site}en/pictures/river--last-1200x630.png`, caption: 'Dredging\nStep last' },
    });
  });

  it('is data with its files', () => {
    const data = dataset(page('en', 'figures/'), site);
    expect(data).toMatchObject({ '@type': 'Dataset', license: 'https://licence.example/by' });
    expect(data['distribution']).toContainEqual({
      '@type': 'DataDownload',
      name: 'derived.csv',
      encodingFormat: 'text/csv',
      contentUrl: `${site}data/derived.csv`,
    });
  });

  it('can’t end its element, and is read back as it was', () => {
    const text = jsonLd({ name: '</script><b>&amp;' });
    expect(text).not.toMatch(/[<&]/);
    expect(JSON.parse(text)).toMatchObject({ '@graph': [{ name: '</script><b>&amp;' }] });
  });
});

describe('what a link looks like', () => {
  const meta = (path: string, of = page('en', path)) =>
    Object.fromEntries(
      cardMeta(of, sectionCard(of, told), site).map((each) => [
        'property' in each ? each.property : each.name,
        each.content,
      ]),
    );

  it('is the section’s own title, words and picture, by whole addresses', () => {
    expect(meta('embed/river/')).toMatchObject({
      'og:title': 'Title of river',
      'og:description': 'The report says.',
      'og:url': `${site}en/embed/river/`,
      'og:locale': 'en_GB',
      'og:locale:alternate': 'zh_CN',
      'og:image': `${site}en/pictures/river--last-1200x630.png`,
      'og:image:width': '1200',
      'twitter:card': 'summary_large_image',
    });
  });

  it('has the first finding’s picture for the story, if there is a brief', () => {
    const finding = { id: 'a', section: 'river', step: 'last', text: words('', '') };
    const withBrief = pageOf({ story: { ...story, brief: [finding] }, edition: 'zh', path: '' });
    expect(storyPicture(withBrief)?.step).toBe('river--last');
    expect(storyPicture(page('zh'))?.step).toBe('river--first');
  });
});

it('the story’s name for programs is a UUID that depends on the report and the part alone', () => {
  expect(storyUuid(story)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(storyUuid({ ...story, report: { ...story.report } })).toBe(storyUuid(story));
  expect(storyUuid(story, 'zh')).not.toBe(storyUuid(story));
});
