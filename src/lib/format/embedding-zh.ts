/** The words of the embed dialog and of the page that lists everything that can be embedded, in Chinese. */
import type { EmbeddingWords } from './types.js';

export const embedding: EmbeddingWords = {
  title: '嵌入到别的网页',
  introduction:
    '故事、每节和每节的图都可以放进别的网页。把代码粘贴到网页里即可；不传送也不储存任何读者信息。',
  what: '嵌入什么',
  targets: { section: '本节', chart: '本节的图', story: '整个故事' },
  state: '图停在哪里',
  lastState: '最后的状态',
  language: '语言',
  theme: '明暗',
  themes: { auto: '随读者的系统', light: '浅色', dark: '深色' },
  width: '预览宽度',
  widths: { narrow: '窄', medium: '中', wide: '宽' },
  preview: '预览',
  withLoader: '代码：随网页滚动',
  frameOnly: '网页不收脚本时，只用框架',
  fullHeight: '只用框架，在做得到的浏览器里按全高展开（较新的 Chrome、Edge）',
  oembed: 'oEmbed 地址',
  copy: '复制',
  copied: '已复制',
  notCopied: '没能复制，文字已选中，请用键盘复制',
  close: '关闭',
  all: '所有可嵌入的部分',
  whereItStands: '代码里的地址是相对的：请在前面补上本站的地址。',
};
