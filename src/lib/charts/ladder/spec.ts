/**
 * A rank to be reached in a list whose length the report's own words tell (a list of the best hundred). Smaller is better; where
 * one stands now is not drawn.
 */
import type { KindSpec, Message, RefusalInput } from '../../story/types.js';
import { missing, quotesOf } from '../scene/spec-helpers.js';
import { rungsIn } from './rungs.js';

const mostRungs = 200;

export const spec: KindSpec = {
  kind: 'ladder',
  states: ['start', 'drawn'],
  through: false,
  scale: 'none',
  needs: { literalQuotes: true },
  figures: { min: 1, max: 1 },
  derived: { min: 0, max: 0 },
  comparators: ['=', '<=', 'strive'],
  kinds: ['reported', 'target', 'threshold'],
  options: {
    missing,
    // The list's name in the report. Its numeral is the number of rungs: none is typed anywhere.
    list: { type: 'quotes', required: true },
  },
  refuse,
};

function refuse({ figures: [figure], options }: RefusalInput): readonly Message[] {
  const problems: Message[] = [];
  if (figure && figure.measure !== 'rank') {
    problems.push({
      zh: `${figure.id} 不是名次（measure: rank）`,
      en: `${figure.id} is not a rank (measure: rank)`,
    });
  }
  const [quote, ...more] = quotesOf(options, 'list');
  const rungs = quote && more.length === 0 ? rungsIn(quote.text) : undefined;
  if (rungs === undefined || rungs > mostRungs) {
    problems.push({
      zh: `list 须正好是一段原文，其中正好有一个数，就是名单的长度（不超过 ${mostRungs}）`,
      en: `list must be exactly one quote with exactly one numeral in it, the length of the list (at most ${mostRungs})`,
    });
  } else if (figure && (!Number.isInteger(figure.value) || figure.value < 1 || figure.value > rungs)) {
    problems.push({ zh: `${figure.id} 不在这份名单之内`, en: `${figure.id} is no place in that list` });
  }
  return problems;
}
