import { expect, it } from 'vitest';
import { testStory } from '../test-story.js';
import { kindsOf, ledgerGroups } from './groups.js';

it('the ledger goes by passages in the report’s order and leaves out those without a figure', () => {
  const groups = ledgerGroups(testStory, 'zh');
  expect(groups.map(({ section, entries }) => [section, ...entries.map(({ figure }) => figure.id)])).toEqual([
    ['river', 'dredged', 'trees'],
    ['plan', 'to-dredge', 'to-dredge-stretch'],
  ]);
});

it('a label is a quote only where it is the report’s own heading, in its own language', () => {
  expect(ledgerGroups(testStory, 'zh').map(({ label, quoted }) => [label, quoted])).toEqual([
    ['河道治理', true],
    ['plan的标题', false],
  ]);
  expect(ledgerGroups(testStory, 'en').map(({ label, quoted }) => [label, quoted])).toEqual([
    ['Title of river', false],
    ['Title of plan', false],
  ]);
});

it('amounts are in units without magnitude', () => {
  const [figure, ...rest] = testStory.figures;
  if (!figure) throw new Error('the test story has no figure');
  const funds = { ...figure, printed: '2.19', value: 2.19, unit: '亿元' };
  const [river] = ledgerGroups({ ...testStory, figures: [funds, ...rest] }, 'zh');
  expect(river?.entries.map(({ unit, amount }) => [unit, amount])).toEqual([
    ['元', 219_000_000],
    ['棵', 50],
  ]);
});

it('offers only kinds that there are', () => {
  expect(kindsOf(testStory)).toEqual(['reported', 'target']);
});
