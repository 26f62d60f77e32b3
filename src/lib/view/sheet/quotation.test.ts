import { describe, expect, it } from 'vitest';
import { arithmetic, quotation, sentences, type QuotationWords } from './quotation.js';
import type { SheetDerived, SheetFigure } from './types.js';

const words: QuotationWords = {
  report: '报告',
  ours: '本站译文',
  said: '{subjects}：{printed}',
  aside: '（{label}）',
};

const figure = (id: string, sentence: string, number: string, rendering?: string): SheetFigure => ({
  id,
  printed: [
    { type: 'number', text: number },
    { type: 'unit', text: '个' },
  ],
  subjects: `主语${id}`,
  sign: '',
  kind: '',
  limit: '',
  sentence: [{ text: sentence.slice(0, 2) }, { text: sentence.slice(2), mark: 'clause' }],
  ...(rendering === undefined ? {} : { rendering }),
  place: { label: '', start: 0, end: 1, at: 0.5 },
  usedIn: [],
});

describe('the sentences of figures', () => {
  it('are whole, each with its figures below', () => {
    expect(sentences([figure('a', '甲乙丙丁。', '一')], words)).toEqual(['“甲乙丙丁。”', '主语a：一个']);
  });

  it('stand once where several figures share them', () => {
    const shared = ['a', 'b'].map((id) => figure(id, '甲乙丙丁。', '一'));
    expect(sentences([...shared, figure('c', '戊己庚。', '二')], words)).toEqual([
      '“甲乙丙丁。”',
      '主语a：一个',
      '主语b：一个',
      '“戊己庚。”',
      '主语c：二个',
    ]);
  });

  it('are followed by our rendering, which is said to be ours', () => {
    expect(sentences([figure('a', '甲乙丙。', '一', 'A $& B.')], words)[1]).toBe('“A $& B.”（本站译文）');
  });
});

describe('our arithmetic', () => {
  const derived: SheetDerived = {
    id: 'd',
    printed: [{ type: 'number', text: '三' }],
    sign: '',
    label: '合计',
    kind: '本站计算',
    formula: [{ text: '一', figure: 'a', label: '甲' }, { text: ' + ' }, { text: '乙', quote: true }],
    caveat: '取约数。',
  };

  it('says its kind, its formula and its caveat', () => {
    expect(arithmetic(derived, words)).toEqual(['合计：三', '本站计算', '一（甲） + “乙”', '取约数。']);
  });

  it('has no empty line without a caveat', () => {
    expect(arithmetic({ ...derived, caveat: '' }, words)).toHaveLength(3);
  });
});

it('a quotation ends with who says it and where', () => {
  expect(quotation(['甲', '乙'], '报告', 'https://story.example/')).toBe(
    '甲\n乙\n—— 报告\nhttps://story.example/',
  );
});
