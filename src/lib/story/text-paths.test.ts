import { expect, it } from 'vitest';
import { Problems } from './problems.js';
import { sourceFile } from './source-file.js';
import { textsOf } from './text-paths.js';
import { readYaml } from './yaml.js';

const file = `
pin: first
kicker: { figure-range: [11, 88] }
title: { zh: 题, en: Title }
lead_in:
  - after: fire
    zh: 句
stage:
  - chart: scale
    title: { zh: 图 }
    notes: [{ zh: 甲 }, { zh: 乙, en: "" }]
    figures: [a, b]
  - chart: scale
    as: falls
    alt: { zh: 说 }
steps:
  - id: start
    show: { chart: falls, state: drawn }
    en: |
      Text
    zh: |
      文
  - show: start
    zh: 无
`;

it('every text has a path of names, and of places where there is no name', () => {
  const problems = new Problems();
  const root = readYaml(sourceFile('f', file), problems);
  expect(problems.all).toEqual([]);
  const found = root ? textsOf(root, ['zh', 'en']) : [];
  expect(found.map(({ path, texts }) => `${path}: ${[...texts.keys()].join(' ')}`)).toEqual([
    'title: zh en',
    'lead_in.fire: zh',
    'stage.scale.title: zh',
    'stage.scale.notes.1: zh',
    'stage.scale.notes.2: zh',
    'stage.falls.alt: zh',
    'steps.start: en zh',
    'steps.2: zh',
  ]);
});
