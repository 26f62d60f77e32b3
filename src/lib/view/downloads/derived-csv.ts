/** Our own arithmetic as a table, each number with its formula. */
import type { Operation, Story } from '../../story/types.js';
import { inEdition } from '../in-edition.js';
import { formulaText } from '../sheet/formula.js';
import { comparator } from './figures-csv.js';
import { perLanguage, required, section, toSection, type Table } from './table.js';

const operations = {
  index: true,
  sum: true,
  share: true,
  'weighted-mean': true,
  difference: true,
  conversion: true,
  tiling: true,
  count: true,
} as const satisfies Record<Operation, true>;

export function derivedTable(story: Story): Table {
  const { editions } = story;
  return {
    name: 'derived',
    path: 'derived.csv',
    title: '推算数表',
    description:
      'Numbers that this story has worked out from the report’s figures: they are not in the report',
    fields: [
      {
        name: 'id',
        type: 'string',
        title: '编号',
        description: 'Name of the derived figure; its place in the ledger is figures/#d-<id>',
        constraints: { required: true, unique: true },
      },
      { ...section, description: 'The section that it belongs to' },
      { name: 'value', type: 'number', title: '数值', description: 'The exact result', ...required },
      {
        name: 'printed',
        type: 'string',
        title: '印作',
        description: 'Its digits as the story prints them, rounded where it says so',
        ...required,
      },
      { name: 'unit', type: 'string', title: '单位', description: 'Its unit; missing for index points' },
      { ...comparator, ...required },
      {
        name: 'operation',
        type: 'string',
        title: '算法',
        description: 'How it is worked out',
        constraints: { required: true, enum: Object.keys(operations) },
      },
      {
        name: 'from',
        type: 'string',
        title: '由来',
        description: 'Ids of the figures and derived figures that it is worked out from, joined by |',
      },
      ...perLanguage(editions, 'formula', '算式', 'The formula with its numbers'),
      ...perLanguage(editions, 'label', '对象', 'What it is a number of'),
      ...perLanguage(editions, 'caveat', '前提', 'What must be known to read it'),
    ],
    primaryKey: ['id'],
    foreignKeys: [toSection],
    rows: story.derived.map((entry) => [
      entry.id,
      entry.section,
      entry.value,
      entry.printed,
      entry.unit,
      entry.comparator,
      entry.operation,
      entry.from.join('|'),
      ...editions.map((edition) => formulaText(story, entry, edition)),
      ...editions.map((edition) => inEdition(entry.label, edition)),
      ...editions.map((edition) => inEdition(entry.caveat, edition)),
    ]),
  };
}
