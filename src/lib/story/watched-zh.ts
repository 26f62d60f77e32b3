/** The watched words of Chinese. `numerals.ts` finds numeral characters without a list. */
import type { WatchedWords } from './watched-words.js';

const order = [
  ...['上一节', '下一节', '前一节', '后一节', '上节', '下节', '上一章', '下一章', '前几节', '后几节'],
  ...['如前所述', '如上所述', '前面提到', '前面说', '前文', '后文', '上文', '下文', '刚才', '刚刚看到'],
  ...['接下来', '接着', '随后', '首先', '其次', '最后', '上面', '下面'],
];

const done =
  '达到|实现|增长|增加|提高|上升|完成|下降|减少|建成|突破|超过|新增|引进|培育|落地|签约|投产|创建|安排|覆盖';

export const watchedZh: WatchedWords = {
  letters: /\p{sc=Han}/u,
  order: new RegExp(order.join('|'), 'g'),
  result: {
    before: new RegExp(`(?:(?:${done})了|(?:已经?|均已|都已|业已)(?:${done})(?:了|到|至)?)$`),
    after:
      /^(?:(?:已经?|均已|都已|业已)(?:达到|实现|完成|达成|做到|建成)|(?:达到|实现|完成|达成|做到|建成)了)/,
  },
  target: {
    before: new RegExp(
      `(?:计划|拟|将|力争|争取|预计|目标[是为]?)(?:会|要|在|再|全年|年内)?(?:${done}|保持|控制|为|是|有)?(?:到|至|在|为)?$`,
    ),
    after: /^(?:的?(?:目标|计划数|预期))/,
  },
};
