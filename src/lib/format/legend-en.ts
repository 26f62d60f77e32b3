/** The words of the legend, in English. They contain no numeral. */
import type { LegendWords } from './types.js';

export const legend: LegendWords = {
  title: 'How to read this',
  introduction:
    'The report’s words are the paper; our marks are the pen. A mark means the same in every chart, in the rail, in the source sheet and in the ledger. Shape and stroke carry it and colour only helps: it can be read in black and white.',
  entries: {
    reported: { name: 'Reported', meaning: 'A result that the report states. Solid.' },
    target: {
      name: 'Target',
      meaning: 'What the report sets out to do, not a result. An outline with nothing in it.',
    },
    strive: {
      name: 'Striving for',
      meaning:
        'The report says “strive” and does not say that it will be reached. Hatched; where it goes beyond a target, it follows that target’s outline.',
    },
    orMore: {
      name: 'At least',
      meaning: 'This much, possibly more. It runs on into an open arrow: the end is not drawn.',
    },
    above: {
      name: 'To be exceeded',
      meaning: 'More than this number; the number itself would not do. A hollow circle, then the arrow.',
    },
    ceiling: {
      name: 'Ceiling',
      meaning:
        'At most this number; the actual number is not given. A shaded room under its limit, with no marker in it.',
    },
    threshold: {
      name: 'Floor',
      meaning: 'The least that the report wants held. The edge at the number is a heavy line.',
    },
    scale: {
      name: 'Size',
      meaning:
        'Part of a project’s name, not an output. Charts draw it as a target and say “size”; the small sign has round ends.',
    },
    derived: {
      name: 'Our arithmetic',
      meaning:
        'Not in the report: worked out from its figures. A thin dashed frame; open it for the formula and the caveat.',
    },
  },
  inRail: 'Rail',
  inSheet: 'Sheet and ledger',
  inText: 'In the text, for example',
  places: 'Where you meet them',
  placesTold: [
    {
      name: 'Charts',
      text: 'Reported numbers are solid, targets hollow, and the end of a mark says how the number is limited. What the report does not give is named as not given, never placed.',
    },
    {
      name: 'The rail',
      text: 'Every figure of the report in its own order. Those you have passed grow and take their colour; any of them opens its sentence. An empty stretch is a passage without figures. It is too small for the ends that say how a number is limited.',
    },
    {
      name: 'The text',
      text: 'Reported numbers are underlined with a solid line, targets with a double line, what is striven for with dots, our arithmetic with dashes. A ceiling has a line above it as well.',
    },
    {
      name: 'The source sheet',
      text: 'Any number opens it: the sentence with the number marked, and the same small sign above it.',
    },
    { name: 'The ledger', text: 'All the figures of the report, each with the same small sign.' },
  ],
};
