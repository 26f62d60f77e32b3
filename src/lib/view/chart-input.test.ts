import { describe, expect, it } from 'vitest';
import type { StageChart } from '../story/types.js';
import { chartInput, quotesInTranslation } from './chart-input.js';
import { testStory } from './test-story.js';

const [river] = testStory.sections;
if (!river) throw new Error('the test story has no section');

const chart: StageChart = {
  name: 'lengths',
  kind: 'bars',
  figures: ['trees', 'to-dredge', 'to-dredge-stretch'],
  derived: ['gap'],
  options: {
    rates: { type: 'figures', ids: ['trees'] },
    absent: { type: 'flag', value: true },
    shape: { type: 'word', value: 'cells' },
    quotes: { type: 'quotes', items: [{ start: 0, end: 2, text: '河道' }] },
    texts: { type: 'texts', items: [{ zh: [{ type: 'derived', id: 'gap' }], en: [] }] },
  },
  title: {
    zh: [
      { type: 'strong', children: [{ type: 'figure', id: 'to-dredge', format: 'value' }] },
      { type: 'text', text: '的' },
      { type: 'term', id: 'dredging', first: true },
    ],
    en: [{ type: 'figure', id: 'to-dredge' }],
  },
  alt: { zh: [], en: [] },
};

const input = chartInput(testStory, river.id, chart, 'zh', './');

describe('a chart’s input', () => {
  it('prints each number as the report does and links it to its sentence', () => {
    expect(input.figures[0]).toEqual({
      id: 'trees',
      source: 'figure',
      value: 50,
      unit: '棵',
      comparator: '>=',
      kind: 'reported',
      measure: 'trees',
      subjects: ['柳树', '杨树'],
      printed: '50棵以上',
      short: '50棵',
      href: './source/#f-trees',
      at: testStory.report.text.indexOf('50'),
    });
    expect(input.figures[2]).toMatchObject({ stretchOf: 'to-dredge', printed: '力争5公里', short: '5公里' });
  });

  it('links our arithmetic to its formula', () => {
    expect(input.derived).toEqual([
      expect.objectContaining({
        kind: 'derived',
        measure: 'length',
        subjects: ['力争多出'],
        href: './figures/#d-gap',
        from: ['to-dredge-stretch', 'to-dredge'],
      }),
    ]);
  });

  it('keeps titles as text and numbers, in order', () => {
    expect(input.title).toEqual([
      { type: 'figure', id: 'to-dredge', source: 'figure', text: '4公里', href: './source/#f-to-dredge' },
      { type: 'text', text: '的' },
      { type: 'text', text: '清淤' },
    ]);
  });

  it('hands options over in the edition’s words', () => {
    expect(input.options).toEqual({
      rates: ['trees'],
      absent: true,
      shape: 'cells',
      quotes: ['河道'],
      texts: [[{ type: 'figure', id: 'gap', source: 'derived', text: '1公里', href: './figures/#d-gap' }]],
    });
  });

  it('is plain values: what is serialised is what is given', () => {
    expect(JSON.parse(JSON.stringify(input))).toEqual(input);
  });

  it('gives the report’s passages only to kinds that draw the report', () => {
    expect(input.report).toBeUndefined();
    expect(chartInput(testStory, river.id, { ...chart, kind: 'report-field' }, 'zh', './').report).toEqual({
      length: testStory.report.text.length,
      passages: [
        { section: 'river', label: '河道治理', start: 0, end: 21 },
        { section: 'plan', label: 'plan的标题', start: 21, end: 39 },
        { section: 'problems', label: 'problems的标题', start: 39, end: 46 },
      ],
    });
  });

  it('of another edition speaks its language', () => {
    const english = chartInput(testStory, river.id, chart, 'en', '../');
    expect(english.figures[1]).toMatchObject({
      subjects: ['dredging'],
      printed: '4 km',
      href: '../source/#f-to-dredge',
    });
    expect(english.words.reported).toBe('reported');
  });

  describe('where it quotes the report', () => {
    const quoting: StageChart = {
      ...chart,
      options: { words: { type: 'quotes', items: [{ start: 0, end: 5, text: '河道治理。' }] } },
    };

    it('has our rendering in another language, and is known for it', () => {
      expect(chartInput(testStory, river.id, quoting, 'en', '../').options['words']).toEqual([
        'River works.',
      ]);
      expect(chartInput(testStory, river.id, quoting, 'zh', './').options['words']).toEqual(['河道治理。']);
      expect(quotesInTranslation(testStory, quoting, 'en')).toBe(true);
      expect(quotesInTranslation(testStory, quoting, 'zh')).toBe(false);
    });

    it('keeps the words that a kind reads, with our rendering beside them', () => {
      const ladder = { ...quoting, kind: 'ladder' };
      expect(chartInput(testStory, river.id, ladder, 'en', '../')).toMatchObject({
        options: { words: ['河道治理。'] },
        renderings: { '河道治理。': 'River works.' },
      });
      expect(chartInput(testStory, river.id, ladder, 'zh', './').renderings).toBeUndefined();
    });
  });

  it('marks the report’s words in a text of another language', () => {
    const word = { ...chart, title: { zh: [], en: [{ type: 'text', text: 'dredging (清淤)' }] } } as const;
    expect(chartInput(testStory, river.id, word, 'en', '../').title).toEqual([
      { type: 'text', text: 'dredging (' },
      { type: 'text', text: '清淤', lang: 'zh-Hans' },
      { type: 'text', text: ')' },
    ]);
  });

  it('refuses a figure that the story does not have', () => {
    expect(() => chartInput(testStory, river.id, { ...chart, figures: ['nobody'] }, 'zh', './')).toThrow(
      'nobody',
    );
  });
});
