/** The words of what readers take with them and of the presentation form, in Chinese. */
import type { PresentWords, TakeAwayWords } from './types.js';

export const takeAway: TakeAwayWords = {
  offer: '带走',
  title: '带走此处',
  address: '本节地址',
  picture: '图片',
  data: '图的数据',
  link: '链接',
  quotation: '引文',
  copyLink: '复制链接',
  copyQuotation: '复制引文',
  copyPicture: '复制图片',
  pictureNotCopied: '没能复制图片，请下载',
  pictures: { card: '链接卡片', chat: '聊天', phone: '手机整屏' },
  documents: { title: '下载全文：', page: '离线网页', paper: (size) => `PDF（${size}）`, long: '长图' },
  send: '分享…',
  scan: '用手机扫码，直达此处',
  embed: '嵌入代码',
  said: '{subjects}：{printed}',
};

export const present: PresentWords = {
  link: '投屏演示',
  name: '演示',
  notes: '报告原句',
  noNotes: '此处没有引用报告的数字。',
  fullScreen: '全屏',
  blank: '黑屏',
  help: '按键说明',
  leave: '退出演示',
  keys: [
    { keys: ['→', '↓', '空格', 'PageDown'], does: '往后' },
    { keys: ['←', '↑', 'Shift+空格', 'PageUp'], does: '往前' },
    { keys: ['Home', 'End'], does: '开头、结尾' },
    { keys: ['N'], does: '显示或收起报告原句' },
    { keys: ['F'], does: '全屏' },
    { keys: ['B', '.'], does: '黑屏，再按恢复' },
    { keys: ['?'], does: '按键说明' },
    { keys: ['Esc'], does: '退出演示，回到故事原处' },
  ],
};
