/** The words of the legend, in Chinese. They contain no numeral character. */
import type { LegendWords } from './types.js';

export const legend: LegendWords = {
  title: '怎样读这些图',
  introduction:
    '报告的话是纸，本站的记号是笔。每种记号在图里、进度条上、原句窗口里和数字总表里都是同样的意思。说明性质的是形状和线条，颜色只是帮忙：黑白打印也分得清。',
  entries: {
    reported: { name: '报告数', meaning: '报告称已经有的结果。实心。' },
    target: { name: '目标', meaning: '报告提出要做到的，不是结果。只有轮廓，里面是空的。' },
    strive: {
      name: '力争',
      meaning: '报告说“力争”“争取”，没有说必定达到。画斜纹；前面另有目标的，接在目标的轮廓之后。',
    },
    orMore: { name: '以上', meaning: '至少这么多，可以更多。末端是敞开的箭头，没有画到头。' },
    above: { name: '突破', meaning: '要超过这个数，正好是这个数还不算。末端先是空心圆，再是箭头。' },
    ceiling: {
      name: '上限',
      meaning: '最多到这个数，实际是多少没有给出。只有阴影和上限线，里面不标位置。',
    },
    threshold: { name: '底线', meaning: '报告要求稳住的最低数，不得更低。数字所在的那条边是粗线。' },
    scale: {
      name: '规模',
      meaning: '项目名称里的大小，不是产量。图里按目标画，写明“规模”；小记号是圆角的。',
    },
    derived: { name: '本站计算', meaning: '不在报告里，由报告里的数字算出。虚线细框；点开可见算式和前提。' },
  },
  inRail: '进度条',
  inSheet: '原句窗口、数字总表',
  inText: '正文里的例子',
  places: '在哪里看到',
  placesTold: [
    {
      name: '图',
      text: '报告数是实心的，目标是空心的，末端说明限定。报告没有给出的，图上写明“报告未给出”，不画位置。',
    },
    {
      name: '进度条',
      text: '报告里的每个数字，按原文次序排列；读过的变高、变成彩色，点开就是原句。没有记号的空当，是没有数字的段落。太小，画不下末端的限定。',
    },
    { name: '正文', text: '报告数下面是实线，目标是双线，力争是点线，上限上下都有线，本站计算是虚线。' },
    { name: '原句窗口', text: '点任何数字都会打开：原句里的数字作了标记，上方的小记号说明它的性质。' },
    { name: '数字总表', text: '报告里的全部数字，性质栏里是同样的小记号。' },
  ],
};
