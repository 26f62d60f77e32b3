/** A long diary in sixteen passages, some with numbers, one group of them with none. */
import { exampleFigure, exampleInput, plainText, type ChartExample } from '../scene/example.js';
import type { ChartFigure, ChartPassage } from '../scene/types.js';

const lengths = [185, 144, 158, 109, 330, 243, 524, 107, 163, 163, 344, 515, 427, 137, 250, 259];
const labels = [
  '防虫',
  '采摘安全',
  '鸟害',
  '邻里',
  '致谢',
  '难处',
  '明年打算',
  '收成',
  '其余打算',
  '新园子',
  '果汁果酱',
  '种树',
  '集市',
  '电话',
  '改良',
  '卖果',
];
const numbers = [5, 4, 6, 2, 0, 0, 0, 8, 8, 3, 5, 14, 12, 4, 3, 3];

const passages: ChartPassage[] = [];
const figures: ChartFigure[] = [];
let at = 0;
lengths.forEach((length, i) => {
  const section = `part-${i}`;
  passages.push({ section, label: labels[i] ?? section, start: at, end: at + length });
  const count = numbers[i] ?? 0;
  for (let n = 0; n < count; n += 1) {
    figures.push(
      exampleFigure({
        id: `${section}-${n}`,
        value: n,
        printed: `${n}%`,
        kind: i < 5 ? 'reported' : 'target',
        at: at + Math.floor(((n + 0.5) * length) / count),
      }),
    );
  }
  at += length;
});

const sections = (from: number, to: number) => passages.slice(from, to).map((passage) => passage.section);
const count = (id: string, subject: string, value: number, of: readonly string[]) =>
  exampleFigure({
    id,
    source: 'derived',
    value,
    printed: `${value}`,
    unit: '',
    subjects: [subject],
    sections: of,
  });

export const example: ChartExample = {
  input: exampleInput('report-field', {
    figures,
    derived: [
      count('all', '全文的数字', 77, sections(0, 16)),
      count('review', '回顾里的数字', 17, sections(0, 5)),
      count('problems', '难处里的数字', 0, sections(5, 6)),
      count('plan', '打算里的数字', 60, sections(6, 16)),
    ],
    options: {
      before: [plainText('前几页已经遗失')],
      after: [plainText('手稿到此中断')],
      labels: labels.map(plainText),
    },
    report: { length: at, passages },
  }),
  states: [
    { state: 'field' },
    { state: 'lit' },
    { state: 'group', highlight: 'review' },
    { state: 'group', highlight: 'problems' },
    { state: 'group', highlight: 'plan' },
  ],
};
