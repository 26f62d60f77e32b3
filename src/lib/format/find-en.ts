/** The words of the ledger's search and filters, in English. They contain no numeral. */
import type { FindWords } from './types.js';

export const find: FindWords = {
  title: 'Every figure of the report',
  search: 'Search',
  section: 'Passage',
  unit: 'Unit',
  noUnit: 'no unit',
  limit: 'Limit',
  limits: {
    '=': 'no limit stated',
    '>=': 'at least',
    '>': 'to be exceeded',
    '<=': 'at most',
    strive: 'striven for',
  },
  all: 'All',
  sort: 'Order',
  sorts: {
    report: 'as in the report',
    story: 'as in this story',
    falling: 'largest first',
    rising: 'smallest first',
  },
  rankingNeedsUnit: 'To sort by size, choose a unit first.',
  shown: 'Figures listed: ',
  none: 'No figure matches.',
  reset: 'Clear',
  full: 'All the figures with their sentences',
};
