/** The schemas that text editors get: they take every file of the stories here, and see the slips that a schema can see. */
import Ajv from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { kindSpecs } from '../src/lib/charts/specs.js';
import { languageIdioms } from '../src/lib/format/index.js';
import { readStoryFiles } from '../src/lib/server/read-story-files.js';
import { checkStory } from '../src/lib/story/index.js';
import {
  orderSchema,
  quotedWordsSchema,
  schemaNames,
  sectionSchema,
  untoldSchema,
} from '../src/lib/story/json-schema.js';

const decoder = new TextDecoder();

function schemasOf(folder: string) {
  const files = readStoryFiles(folder);
  const checked = checkStory(files, kindSpecs, languageIdioms);
  if (!checked.ok) throw new Error(`${folder} is not sound`);
  const names = schemaNames(checked.story);
  const ajv = new Ajv({ allErrors: true });
  return {
    names,
    files: [...files].map(([path, bytes]) => [path, decoder.decode(bytes)] as const),
    section: ajv.compile(sectionSchema(kindSpecs, names)),
    order: ajv.compile(orderSchema(names)),
  };
}

describe.each(['data', 'examples/small-story'])('the files of %s', (folder) => {
  const { files, section, order } = schemasOf(folder);

  it('are what the schemas allow', () => {
    const sections = files.filter(([path]) => path.startsWith('story/sections/'));
    expect(sections.length).toBeGreaterThan(0);
    for (const [path, text] of sections) {
      expect(section(parse(text)), `${path}: ${JSON.stringify(section.errors)}`).toBe(true);
    }
    const orders = files.filter(([path]) => /^story\/orders?[./]/.test(path));
    expect(orders.length).toBeGreaterThan(0);
    for (const [path, text] of orders) {
      expect(order(parse(text)), `${path}: ${JSON.stringify(order.errors)}`).toBe(true);
    }
  });
});

describe.each(['data', 'examples/small-story'])('the quoted words of %s', (folder) => {
  const { files, names } = schemasOf(folder);

  it('are what their schema allows', () => {
    const allowed = new Ajv().compile(quotedWordsSchema(names));
    const [, text = ''] = files.find(([path]) => path === 'quoted-words.yaml') ?? [];
    expect(allowed(parse(text))).toBe(true);
    expect(allowed({ zh: [{ words: '甲' }] })).toBe(false);
  });
});

describe('a slip', () => {
  const { files, section, order, names } = schemasOf('data');
  const [, good = ''] = files.find(([path]) => path === 'story/sections/crime.yaml') ?? [];

  it.each([
    ['a mistyped key', /^standfirst:/m, 'standfrist:'],
    ['a chart kind that there is not', /chart: index-bars/, 'chart: index-bar'],
    ['a figure that there is not', /figures: \[crime-gang-cases,/, 'figures: [crime-gang-case,'],
    ['an arithmetic that there is not', /derived: \[crime-gang-cases-index,/, 'derived: [crime-gang-cases,'],
    ['a section that there is not', /after: safety/, 'after: safty'],
    ['a language that is missing', /^ {2}zh: 报告称电诈.*\n/m, ''],
    ['a language that there is not', /^ {2}zh: 报告称电诈/m, '  zn: 报告称电诈'],
    ['another kind’s option', /rates: \[crime-case-rate\]/, 'heads: [crime-case-rate]'],
    ['a state that there is not', /state: indexed\b/, 'state: begin'],
    ['a passage of three numbers', /figure-range: \[329, 487\]/, 'figure-range: [329, 487, 500]'],
  ])('is seen: %s', (_, slip, instead) => {
    const wrong = good.replace(slip, instead);
    expect(wrong).not.toBe(good);
    expect(section(parse(wrong))).toBe(false);
  });

  it('is seen in an order', () => {
    const [first = '', second = ''] = names.sections;
    expect(order({ sections: [first, { [second]: 'hidden' }] })).toBe(true);
    expect(order({ sections: [first, first] })).toBe(false);
    expect(order({ sections: [`${first}x`] })).toBe(false);
    expect(order({ sections: [{ [second]: 'hiden' }] })).toBe(false);
    expect(order({ section: [first] })).toBe(false);
  });

  it('is seen among the passages that no section tells', () => {
    const untold = new Ajv().compile(untoldSchema());
    const line = { id: 'fire', 'figure-range': [0, 9], heading: [0, 3] };
    expect(untold({ untold: [line, { id: 'opening' }] })).toBe(true);
    expect(untold({ untold: [{ ...line, 'figure-range': [0] }] })).toBe(false);
    expect(untold({ untold: [{ 'figure-range': [0, 9] }] })).toBe(false);
    expect(untold({ untold: [{ ...line, headin: [0, 3] }] })).toBe(false);
  });
});
