/** The words of the ledger's search and filters, in Chinese. They contain no numeral character. */
import type { FindWords } from './types.js';

export const find: FindWords = {
  title: '报告里的每个数字',
  search: '查找',
  section: '部分',
  unit: '单位',
  noUnit: '无单位',
  limit: '限定',
  limits: {
    '=': '未加限定',
    '>=': '至少',
    '>': '要超过',
    '<=': '至多',
    strive: '力争',
  },
  all: '全部',
  sort: '排列',
  sorts: {
    report: '报告次序',
    story: '本文次序',
    falling: '由大到小',
    rising: '由小到大',
  },
  rankingNeedsUnit: '选定单位之后，才能按大小排列。',
  shown: '列出的数字：',
  none: '没有符合的数字。',
  reset: '清除',
  full: '连同原句的数字总表',
};
