/** What an orchard's diary says, and what it says there was none of. */
import { exampleInput, plainText, type ChartExample } from '../scene/example.js';

const states = [{ state: 'start' }, { state: 'drawn' }];

export const example: ChartExample = {
  input: exampleInput('statements', {
    options: { quotes: ['整个春天没有下过冰雹', '没有一棵老树倒下'], absent: true },
  }),
  states,
};

export const textsExample: ChartExample = {
  input: exampleInput('statements', {
    name: 'texts',
    options: {
      texts: [
        plainText('剪枝在雪化以后开始。'),
        [
          { type: 'text', text: '嫁接的树有' },
          { type: 'figure', id: 'trees', source: 'figure', text: '35棵', href: 'source/#f-trees' },
          { type: 'text', text: '，都在南坡。' },
        ],
        plainText('水渠照旧由两家轮流看守。'),
      ],
    },
  }),
  states,
};
