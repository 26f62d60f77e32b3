/**
 * What the report's numbers must not be made into: every calculation that the facts do not carry, written down as an
 * editor might try it on the real story. Each is refused at its line, or cannot be said at all.
 */
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory } from '../src/lib/story/index.js';
import { encode } from './support/mutants.js';

const files = readStoryFiles('data');
const derived = new TextDecoder().decode(files.get('derived.yaml')).trimEnd();
const firstLine = derived.split('\n').length + 1;

const entryOf = (id: string, body: string): string =>
  `  - id: ${id}\n    section: opening\n    label: { zh: 试算, en: tried }\n    caveat: { zh: 试算, en: tried }\n    ${body.replaceAll('; ', '\n    ')}\n`;

/** Adds the entries to the real story. @returns for each the rules that speak up in its lines */
function tried(bodies: readonly string[]): readonly (readonly string[])[] {
  const entries = bodies.map((body, i) => entryOf(`tried-${i}`, body));
  const changed = new Map(files).set('derived.yaml', encode([`${derived}\n`, ...entries].join('')));
  const checked = checkStory(changed, kindSpecs, languageIdioms);
  if (checked.ok) return bodies.map(() => ['accepted']);
  let line = firstLine;
  return entries.map((entry) => {
    const [from, to] = [line, (line += entry.split('\n').length - 1)];
    return checked.problems.flatMap((problem) =>
      problem.file === 'derived.yaml' && problem.line >= from && problem.line < to ? [problem.rule] : [],
    );
  });
}

describe('a calculation that the report does not carry', () => {
  const refused = 'derivation-refused';
  const cases = [
    ['counts behind a percentage', 'op: tiling; of: safety-accidents; per: 1', refused],
    [
      'counts behind a percentage, by multiplying',
      'op: product; of: [safety-accidents, crime-fraud-gangs]',
      'unknown-operation',
    ],
    [
      "last year's value by dividing back",
      'op: quotient; of: [gdp-primary-value, gdp-primary-growth]',
      'unknown-operation',
    ],
    ["last year's value as an index of growth", 'op: index; of: gdp-primary-growth', refused],
    [
      'an open level divided by an open growth',
      'op: share; of: industry-vanadium-output; in: industry-vanadium-growth',
      refused,
    ],
    ['a total crime fall', 'op: sum; of: [crime-gang-cases, crime-fraud-cases]', refused],
    [
      'a mean of falls',
      'op: weighted-mean; of: [crime-gang-cases, crime-case-rate]; by: [crime-fraud-gangs, crime-warnings]; decimals: 1',
      refused,
    ],
    [
      'a mean of falls by their own weight',
      'op: weighted-mean; of: [safety-accidents, safety-deaths]; by: [gdp-primary-value, gdp-secondary-value]; decimals: 1',
      refused,
    ],
    ['GDP growth in yuan', 'op: share; of: gdp-growth; in: gdp-sum; decimals: 1', refused],
    [
      'all projects together',
      'op: sum; of: [layout-priority-projects, layout-joint-review-projects, layout-new-projects]',
      refused,
    ],
    [
      'all gross output together',
      'op: sum; of: [industry-vanadium-output, industry-food-pharma-output]',
      refused,
    ],
    [
      'gross output as a share of value added',
      'op: share; of: industry-vanadium-output; in: gdp-sum; decimals: 1',
      refused,
    ],
    [
      'gross output among value added',
      'op: sum; of: [gdp-secondary-value, industry-vanadium-output]',
      refused,
    ],
    ['cubic metres a tank', 'op: share; of: fire-water; in: fire-tanks; decimals: 1', refused],
    ['yuan a kilometre', 'op: share; of: fire-funds; in: fire-passages; decimals: 1', refused],
    [
      'a grain yield',
      'op: share; of: agriculture-grain-output; in: agriculture-grain-area; decimals: 1',
      refused,
    ],
    [
      'a grain yield by another name',
      'op: yield; of: [agriculture-grain-output, agriculture-grain-area]',
      'unknown-operation',
    ],
    [
      'mixed cropping as a share of the grain area',
      'op: share; of: agriculture-mixed-cropping; in: agriculture-grain-area; decimals: 1',
      refused,
    ],
    [
      'investment as a share of the sum',
      'op: share; of: targets-investment; in: gdp-sum; decimals: 1',
      refused,
    ],
    ['revenue as a share of the sum', 'op: share; of: targets-revenue; in: gdp-sum; decimals: 1', refused],
    ['a return on funds', 'op: share; of: investment-landed; in: investment-funds; decimals: 1', refused],
    ['a return on funds as so many marks', 'op: tiling; of: investment-landed; per: 50000000', refused],
    ['yuan a project as so many marks', 'op: tiling; of: investment-landed; per: 14', refused],
    [
      'a completion rate',
      'op: share; of: services-logistics-completed; in: services-logistics-projects; decimals: 1',
      refused,
    ],
    [
      'what is left of the projects',
      'op: difference; of: [services-logistics-projects, services-logistics-completed]',
      refused,
    ],
    ['person-times as people', 'op: conversion; of: crime-warnings; to: people', 'unknown-word'],
    ['person-times in another unit', 'op: conversion; of: crime-warnings; to: hectare', refused],
    ['remaining debt room', 'op: index; of: governance-debt-ratio', refused],
    [
      'remaining debt room as a difference',
      'op: difference; of: [governance-debt-ratio, digital-urban-coverage]',
      refused,
    ],
    ['a result less a target', 'op: difference; of: [crime-gang-cases, gdp-growth]', refused],
    [
      'the distance of two indices',
      'op: difference; of: [safety-accidents-index, safety-deaths-index]',
      refused,
    ],
    ['two open falls', 'op: difference; of: [crime-drugs, crime-fraud-cases]', refused],
    ['one figure twice', 'op: sum; of: [gdp-primary-value, gdp-primary-value]', 'duplicate-id'],
    [
      'rates paired with the wrong levels',
      'op: weighted-mean; of: [gdp-primary-growth, gdp-secondary-growth]; by: [gdp-secondary-value, gdp-primary-value]; decimals: 2',
      refused,
    ],
    ['a number typed in', 'op: sum; of: [gdp-primary-value, 65]', 'unknown-figure'],
  ] as const;
  // All in one story: a refusal doesn't depend on its neighbours, and the checks of a whole story take their time.
  const found = tried(cases.map(([, body]) => body));

  it.each(cases.map(([name, , rule], i) => [name, rule, found[i]] as const))(
    'is refused: %s',
    (_, rule, rules) => {
      expect(rules).toContain(rule);
    },
  );

  it('would be let through if it did carry it', () => {
    expect(tried(['op: sum; of: [gdp-primary-value, gdp-secondary-value]'])).toEqual([['accepted']]);
  });
});
