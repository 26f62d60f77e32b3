/** A story with a report of two invented sentences, for tests of everything made from a story. */
import type { Derived, Figure, Quote, Section, Story, Texts } from '../story/types.js';

const text = '河道治理。全年清淤3公里、植树50棵以上。今年计划再清淤4公里,力争5公里。\n问题仍有不少。';
const both = (zh: string, en: string): Texts => ({ zh, en });

function quote(part: string, from = 0): Quote {
  const start = text.indexOf(part, from);
  return { start, end: start + part.length, text: part };
}

const river = quote('河道治理。');
const reviewed = quote('全年清淤3公里、植树50棵以上。');
const planned = quote('今年计划再清淤4公里,力争5公里。');

const figures: readonly Figure[] = [
  {
    id: 'dredged',
    section: 'river',
    value: 3,
    printed: '3',
    unit: '公里',
    comparator: '=',
    kind: 'reported',
    measure: 'length',
    span: quote('3公里'),
    quote: quote('全年清淤3公里'),
    sentence: reviewed,
    subjects: [both('清淤', 'dredging')],
  },
  {
    id: 'trees',
    section: 'river',
    value: 50,
    printed: '50',
    unit: '棵',
    comparator: '>=',
    kind: 'reported',
    measure: 'trees',
    span: quote('50棵以上'),
    quote: quote('植树50棵以上'),
    sentence: reviewed,
    subjects: [both('柳树', 'willows'), both('杨树', 'poplars')],
    note: both('两种树各自的数没有给出。', 'The kinds are not told apart.'),
  },
  {
    id: 'to-dredge',
    section: 'plan',
    value: 4,
    printed: '4',
    unit: '公里',
    comparator: '=',
    kind: 'target',
    measure: 'length',
    span: quote('4公里'),
    quote: quote('计划再清淤4公里'),
    sentence: planned,
    subjects: [both('清淤', 'dredging')],
  },
  {
    id: 'to-dredge-stretch',
    section: 'plan',
    value: 5,
    printed: '5',
    unit: '公里',
    comparator: 'strive',
    kind: 'target',
    measure: 'length',
    span: quote('力争5公里'),
    quote: quote('力争5公里'),
    sentence: planned,
    subjects: [both('清淤', 'dredging')],
    stretchOf: 'to-dredge',
  },
];

const gap: Derived = {
  id: 'gap',
  section: 'plan',
  operation: 'difference',
  value: 1,
  printed: '1',
  unit: '公里',
  comparator: '=',
  from: ['to-dredge-stretch', 'to-dredge'],
  formula: [
    { type: 'figure', id: 'to-dredge-stretch' },
    { type: 'text', text: ' − ' },
    { type: 'figure', id: 'to-dredge' },
  ],
  label: both('力争多出', 'stretch beyond the target'),
  caveat: both('本站计算。', 'Our arithmetic.'),
};

const again: Derived = {
  ...gap,
  id: 'again',
  from: ['gap', 'dredged'],
  formula: [
    { type: 'derived', id: 'gap' },
    { type: 'text', text: ' − ' },
    { type: 'figure', id: 'dredged' },
  ],
};

function section(id: string, heading?: Quote): Section {
  return {
    id,
    ...(heading ? { heading } : {}),
    title: { zh: [{ type: 'text', text: `${id}的标题` }], en: [{ type: 'text', text: `Title of ${id}` }] },
    standfirst: { zh: [], en: [] },
    stage: [],
    steps: [],
  };
}

const silent = text.indexOf('问题');

export const testStory: Story = {
  editions: ['zh', 'en'],
  title: both('例', 'Example'),
  description: both('例', 'Example'),
  descriptionInline: { zh: [{ type: 'text', text: '例' }], en: [{ type: 'text', text: 'Example' }] },
  brief: [],
  credit: both('例', 'Example'),
  report: {
    text,
    sentences: [river, reviewed, planned, quote('问题仍有不少。')],
    sha256: '0'.repeat(64),
    length: text.length,
    title: both('报告', 'Report'),
    issuer: both('某处', 'Somewhere'),
    missing: [],
    inferred: [],
  },
  figures,
  nonFigures: [],
  derived: [gap, again],
  measures: [
    { id: 'length', label: both('长度', 'length'), additive: true },
    { id: 'trees', label: both('树', 'trees'), additive: true },
  ],
  terms: [
    { id: 'dredging', term: both('清淤', 'dredging'), explanation: both('挖出淤泥', 'taking out mud') },
  ],
  renderings: [
    { ...river, text: { en: 'River works.' } },
    { ...reviewed, text: { en: 'Over the year 3 km were dredged and at least 50 trees planted.' } },
    { ...planned, text: { en: 'This year another 4 km are to be dredged, striving for 5 km.' } },
  ],
  sections: [section('river', river), section('plan'), section('problems')],
  hidden: [],
  moved: [],
  passages: [
    { section: 'river', start: 0, end: planned.start, heading: river },
    { section: 'plan', start: planned.start, end: silent },
    { section: 'problems', start: silent, end: text.length },
  ],
};
