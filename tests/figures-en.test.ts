/**
 * Every number of the story as English prints it, written out by hand: the report's 万 and 亿 turned into thousands, millions
 * and billions without a rounding, its limits into words, its classifiers into nothing.
 */
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { formatFor, languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory, formatProblem } from '../src/lib/story/index.js';
import type { Story } from '../src/lib/story/types.js';

const figures: readonly (readonly [id: string, zh: string, en: string])[] = [
  ['fire-funds', '2.19亿元', '219 million yuan'],
  ['fire-passages', '2211公里', '2,211 km'],
  ['fire-tanks', '8999口', '8,999'],
  ['fire-water', '11.2万立方米', '112,000 cubic metres'],
  ['fire-herbs', '1084亩', '1,084 mu'],
  ['safety-accidents', '14.3%', '14.3%'],
  ['safety-deaths', '22.2%', '22.2%'],
  ['safety-losses', '51.56%', '51.56%'],
  ['safety-injured', '80%', '80%'],
  ['crime-gang-cases', '33.33%', '33.33%'],
  ['crime-case-rate', '12.15%', '12.15%'],
  ['crime-fraud-gangs', '35个', '35'],
  ['crime-warnings', '19.12万人次', '191,200 person-times'],
  ['crime-fraud-cases', '40.4%', '40.4%'],
  ['crime-drugs', '50%以上', 'at least 50%'],
  ['governance-troubled-housing', '5个', '5'],
  ['governance-debt-ratio', '120%以内', 'within 120%'],
  ['gdp-growth', '8.5%', '8.5%'],
  ['gdp-growth-stretch', '力争9.5%', 'aims for 9.5%'],
  ['gdp-primary-value', '65亿元', '6.5 billion yuan'],
  ['gdp-primary-growth', '6.5%', '6.5%'],
  ['gdp-secondary-value', '322亿元', '32.2 billion yuan'],
  ['gdp-secondary-growth', '9.5%', '9.5%'],
  ['gdp-tertiary-value', '343亿元', '34.3 billion yuan'],
  ['gdp-tertiary-growth', '8.5%', '8.5%'],
  ['targets-industry-growth', '12%以上', 'at least 12%'],
  ['targets-investment', '突破400亿元', 'above 40 billion yuan'],
  ['targets-investment-stretch', '力争500亿元', 'aims for 50 billion yuan'],
  ['targets-revenue', '65亿元', '6.5 billion yuan'],
  ['targets-retail-growth', '12%', '12%'],
  ['targets-urban-income', '8%', '8%'],
  ['targets-rural-income', '9%', '9%'],
  ['targets-county-rank', '前90', 'top 90'],
  ['layout-priority-projects', '20个', '20'],
  ['layout-joint-review-projects', '266个', '266'],
  ['layout-new-projects', '185个', '185'],
  ['industry-vanadium-output', '突破360亿元', 'above 36 billion yuan'],
  ['industry-vanadium-growth', '30%以上', 'at least 30%'],
  ['industry-food-pharma-output', '25亿元以上', 'at least 2.5 billion yuan'],
  ['industry-new-firms', '13户以上', 'at least 13'],
  ['industry-construction-growth', '15%以上', 'at least 15%'],
  // 以上 stands only behind the number after this one: the note says so, the print does not.
  ['agriculture-central-funds', '60%', '60%'],
  ['agriculture-province-funds', '50%以上', 'at least 50%'],
  ['agriculture-townships', '1个', '1'],
  ['agriculture-villages', '4个', '4'],
  ['agriculture-province-parks', '1个', '1'],
  ['agriculture-prefecture-parks', '1个', '1'],
  ['agriculture-city-parks', '2个', '2'],
  ['agriculture-pigs', '10万头', '100,000'],
  ['agriculture-dairy-farms', '2个', '2'],
  ['agriculture-farmland', '2万亩', '20,000 mu'],
  ['agriculture-mixed-cropping', '16.7万亩', '167,000 mu'],
  ['agriculture-grain-area', '62.82万亩以上', 'at least 628,200 mu'],
  ['agriculture-grain-output', '24.7万吨以上', 'at least 247,000 tonnes'],
  ['agriculture-entities', '300个', '300'],
  ['services-above-size', '145户', '145'],
  ['services-in-statistics', '30户', '30'],
  ['services-logistics-projects', '8个以上', 'at least 8'],
  ['services-logistics-completed', '5个', '5'],
  ['services-logistics-output', '25亿元', '2.5 billion yuan'],
  ['services-logistics-growth', '15%', '15%'],
  ['services-commerce-growth', '15%以上', 'at least 15%'],
  ['services-platforms', '2家以上', 'at least 2'],
  ['services-tech-firms', '40家以上', 'at least 40'],
  ['services-hightech-firms', '30家以上', 'at least 30'],
  ['services-restaurants', '20家以上', 'at least 20'],
  ['services-catering-growth', '20%以上', 'at least 20%'],
  ['digital-base-stations', '417个', '417'],
  ['digital-urban-coverage', '100%', '100%'],
  ['digital-rural-coverage', '30%', '30%'],
  ['digital-gigabit-coverage', '80%', '80%'],
  ['reform-electricity', '10亿千瓦时以上', 'at least 1 billion kWh'],
  ['reform-land', '4500亩', '4,500 mu'],
  ['reform-entities', '10500户以上', 'at least 10,500'],
  ['investment-funds', '5000万元', '50 million yuan'],
  ['investment-projects', '14个', '14'],
  ['investment-landed', '60亿元', '6 billion yuan'],
];

const derived: readonly (readonly [id: string, zh: string, en: string])[] = [
  ['safety-accidents-index', '85.7', '85.7'],
  ['safety-deaths-index', '77.8', '77.8'],
  ['safety-losses-index', '48.44', '48.44'],
  ['safety-injured-index', '20', '20'],
  ['crime-gang-cases-index', '66.67', '66.67'],
  ['crime-case-rate-index', '87.85', '87.85'],
  ['crime-fraud-cases-index', '59.6', '59.6'],
  ['crime-drugs-index', '不超过50', 'at most 50'],
  ['fire-funds-squares', '219', '219'],
  ['fire-passages-bars', '22.11', '22.11'],
  ['fire-water-blocks', '112', '112'],
  ['crime-warnings-dots', '1912', '1,912'],
  ['reform-electricity-bars', '不低于10', 'at least 10'],
  ['reform-entities-dots', '不低于105', 'at least 105'],
  ['gdp-sum', '730亿元', '73 billion yuan'],
  ['gdp-primary-share', '8.9%', '8.9%'],
  ['gdp-secondary-share', '44.1%', '44.1%'],
  ['gdp-tertiary-share', '47.0%', '47.0%'],
  ['gdp-mean', '8.76%', '8.76%'],
  ['gdp-mean-above-target', '0.26个百分点', '0.26 percentage points'],
  ['gdp-mean-below-stretch', '0.74个百分点', '0.74 percentage points'],
  ['gdp-stretch-gap', '1个百分点', '1 percentage point'],
  ['investment-stretch-gap', '100亿元', '10 billion yuan'],
  ['income-gap', '1个百分点', '1 percentage point'],
  ['coverage-gap', '70个百分点', '70 percentage points'],
  ['fire-herbs-ha', '72.3公顷', '72.3 ha'],
  ['reform-land-ha', '300公顷', '300 ha'],
  ['agriculture-farmland-ha', '1333公顷', '1,333 ha'],
  ['agriculture-mixed-cropping-ha', '11133公顷', '11,133 ha'],
  ['agriculture-grain-area-ha', '不低于41880公顷', 'at least 41,880 ha'],
  ['count-all', '77', '77'],
  ['count-review', '17', '17'],
  ['count-problems', '0', '0'],
  ['count-plan', '60', '60'],
  ['count-problem-groups', '6', '6'],
  ['count-undertakings', '17', '17'],
  ['count-credits', '5', '5'],
  ['count-theme-years', '3', '3'],
  ['count-tasks', '5', '5'],
];

function load(): Story {
  const checked = checkStory(readStoryFiles('data'), kindSpecs, languageIdioms);
  if (checked.ok) return checked.story;
  throw new Error(checked.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
}

const story = load();
const zh = formatFor('zh');
const en = formatFor('en');
const sizes = { 百: 2, 千: 3, 万: 4, 亿: 8 } as const;

/** `2.19亿元` in ones, by plain arithmetic on whole hundredths: no part of the format's own way. */
function ones(printed: string, power: number): bigint {
  const [whole = '', fraction = ''] = printed.split('.');
  return BigInt(whole + fraction.padEnd(2, '0')) * 10n ** BigInt(power);
}

describe('every figure', () => {
  it('stands in this table, in the order of the report', () => {
    expect(story.figures.map(({ id }) => id)).toEqual(figures.map(([id]) => id));
    expect(figures).toHaveLength(77);
  });

  it.each(figures)('%s: %s is %s', (id, chinese, english) => {
    const figure = story.figures.find((candidate) => candidate.id === id);
    expect(figure && zh.figure(figure)).toBe(chinese);
    expect(figure && en.figure(figure)).toBe(english);
  });

  it('is as large in English as in the report', () => {
    for (const figure of story.figures) {
      const size = Object.entries(sizes).find(([word]) => figure.unit.startsWith(word));
      const power = figure.unit.startsWith('千瓦') ? 0 : (size?.[1] ?? 0);
      const [, digits = '', word = ''] =
        /^([\d,.]+)(?: (million|billion))?/.exec(en.figure(figure, 'value')) ?? [];
      const english = ones(digits.replaceAll(',', ''), word === 'billion' ? 9 : word === 'million' ? 6 : 0);
      expect(english, figure.id).toBe(ones(figure.printed, power));
    }
  });

  it('says its limit as the report does, and drops it where a format is named', () => {
    for (const figure of story.figures) {
      const said = /^(at least|above|within|aims for|top) /.exec(en.figure(figure))?.[1];
      const word = /以上|突破|以内|力争|前/.exec(figure.span.text)?.[0];
      const expected = { 以上: 'at least', 突破: 'above', 以内: 'within', 力争: 'aims for', 前: 'top' };
      expect(said, figure.id).toBe(word && expected[word as keyof typeof expected]);
      expect(en.figure(figure, 'value')).toMatch(/^\d/);
      expect(en.figure(figure, 'number')).toMatch(/^[\d,.]+(?: [mb]illion)?$/);
    }
  });
});

describe('every derived figure', () => {
  it('stands in this table', () => {
    expect(story.derived.map(({ id }) => id).sort()).toEqual(derived.map(([id]) => id).sort());
  });

  it.each(derived)('%s: %s is %s', (id, chinese, english) => {
    const number = story.derived.find((candidate) => candidate.id === id);
    expect(number && zh.derived(number)).toBe(chinese);
    expect(number && en.derived(number)).toBe(english);
  });
});
