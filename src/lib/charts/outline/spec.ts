/** Verbatim parts of a text under our headings, as a tree, a list or chips. Order is the text's; nothing is ranked or counted. */
import type { KindSpec, Message, OptionSpec, RefusalInput } from '../../story/types.js';
import { quotesOf } from '../scene/spec-helpers.js';

const mostGroups = 8;
const groups = Array.from({ length: mostGroups }, (_, i) => `group-${i + 1}`);

export const spec: KindSpec = {
  kind: 'outline',
  // Headings alone; one group in focus; the lit items in their group; everything.
  states: ['start', ...groups, 'lit', 'drawn'],
  through: false,
  scale: 'none',
  words: true,
  figures: { min: 0, max: 0 },
  derived: { min: 0, max: 0 },
  comparators: [],
  kinds: [],
  options: {
    layout: { type: 'word', words: ['tree', 'list', 'chips'] },
    // Our headings, one a group, in order.
    heads: { type: 'texts', required: true },
    // The groups' items: group-1 belongs to the first heading.
    ...Object.fromEntries(groups.map((name): [string, OptionSpec] => [name, { type: 'quotes' }])),
    // Those of the items that the text goes on to detail.
    lit: { type: 'quotes' },
    // The text's own word that a list is not complete (等), after the last item.
    more: { type: 'quotes' },
  },
  refuse,
};

function refuse({ options }: RefusalInput): readonly Message[] {
  const problems: Message[] = [];
  const heads = options['heads'];
  const headed = heads?.type === 'texts' ? heads.items.length : 0;
  const given = groups.filter((name) => quotesOf(options, name).length > 0);
  if (given.length !== headed || given.some((name, i) => name !== groups[i])) {
    problems.push({
      zh: '每个标题须有自己的一组原文：heads 的条数与 group-1、group-2 …… 须一一对应',
      en: 'each heading needs its own quotes: heads must pair with group-1, group-2 … one to one',
    });
  }
  const items = new Set(
    groups.flatMap((name) => quotesOf(options, name)).map(({ start, end }) => `${start}-${end}`),
  );
  for (const { start, end, text } of quotesOf(options, 'lit')) {
    if (items.has(`${start}-${end}`)) continue;
    problems.push({ zh: `lit 中的“${text}”不在任何一组里`, en: `“${text}” in lit is in none of the groups` });
  }
  return problems;
}
