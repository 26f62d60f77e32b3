/** What an orchard's charter sets out, and the trades that its diary names in one breath. */
import { exampleInput, plainText, type ChartExample } from '../scene/example.js';

export const example: ChartExample = {
  input: exampleInput('outline', {
    options: {
      layout: 'tree',
      heads: [
        plainText('为什么是今年'),
        plainText('照着谁的话'),
        plainText('抓手'),
        plainText('主题'),
        plainText('要办的事'),
      ],
      'group-1': ['今年是把老树换成新树的头一年', '是两代人接手的关键时候'],
      'group-2': [
        '按照祖父留下的《嫁接十八法》',
        '认真听取南坡、北坡和山脚各家在冬天围炉时说过的话',
        '围着水渠转',
      ],
      'group-3': ['以水渠为总牵引', '以“剪、接、疏、护”为总抓手'],
      'group-4': ['嫁接年', '修渠年', '待客年'],
      'group-5': ['老井重新出水', '篱笆修到山脚', '小屋换上新瓦', '南北两坡的路接起来'],
      lit: ['嫁接年'],
    },
  }),
  states: [
    { state: 'start' },
    { state: 'group-1' },
    { state: 'group-2' },
    { state: 'group-3' },
    { state: 'group-4' },
    { state: 'group-5' },
    { state: 'lit' },
    { state: 'drawn' },
  ],
};

export const chipsExample: ChartExample = {
  input: exampleInput('outline', {
    name: 'chips',
    options: {
      layout: 'chips',
      heads: [plainText('都长进了的本事')],
      'group-1': [
        '剪枝',
        '嫁接',
        '疏花',
        '疏果',
        '看天识雨',
        '套袋',
        '除草',
        '防霜防冻',
        '赶鸟的',
        '记账算数',
        '修农具',
        '挑水',
        '酿果酒',
        '守夜',
        '妇女儿童',
        '老人家',
        '来帮忙的人',
      ],
      more: ['等'],
    },
  }),
  states: [{ state: 'start' }, { state: 'drawn' }],
};

export const listExample: ChartExample = {
  input: exampleInput('outline', {
    name: 'list',
    options: {
      layout: 'list',
      heads: [plainText('收成从哪里来')],
      'group-1': [
        '是天气照应的结果',
        '是祖父的十八法在南坡落地生根的结果',
        '是山脚各家出力的结果',
        '是大家一起起早贪黑的结果',
        '是看守的狗的结果',
      ],
    },
  }),
  states: [{ state: 'start' }, { state: 'drawn' }],
};
