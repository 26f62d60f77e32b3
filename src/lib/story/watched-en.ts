/**
 * The watched words of English. They match whole words (`\b`) in any case. Ordinals are not quantities; fractions and multiples
 * are. “Above” and “below” are words of order only next to a word for a part of the page, because a number may be above another.
 */
import type { WatchedWords } from './watched-words.js';

const words = (list: string): string => list.replaceAll(' ', '|');

const units = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const tens = words('twenty thirty forty fifty sixty seventy eighty ninety');
const groups = 'hundreds?|thousands?|millions?|billions?|trillions?|dozens?|tens';
const fractions = 'half|halves|thirds|quarters|fifths|tenths|a (?:third|quarter|fifth|tenth)(?= of)';
const multiples =
  'twice|thrice|(?:two|three|four|five|six|ten|hundred)fold|(?:doubl|tripl|trebl|quadrupl)(?:e|es|ed|ing)|halv(?:e|es|ed|ing)|a couple(?= of)';
const number = `(?:${units}|${tens}|${groups}|${fractions}|${multiples})`;

const order = [
  // “Next year” is the report's own subject, and “next to” says nothing about order.
  'next(?! (?:to|year|years|decade)\\b)',
  ...['finally', 'lastly', 'firstly', 'secondly', 'thirdly', 'first of all', 'last of all', 'to begin with'],
  ...['to start with', 'to conclude', 'in conclusion', 'so far', 'earlier on', 'later on', 'just now'],
  'as (?:we |already |just )*(?:saw|seen|mentioned|noted|described|explained|discussed|shown|said)(?: (?:above|below|earlier|before))?',
  'as we (?:have|will|shall) (?:seen|see)(?: (?:above|below|earlier|before))?',
  'we (?:now )?(?:turn|move on|come|go back|return) to',
  '(?:previous|preceding|following|last|earlier|later|foregoing) (?:sections?|chapters?|steps?|charts?|panels?|paragraphs?)',
  '(?:see|seen|shown|noted|described|mentioned|listed|quoted|discussed|named) (?:above|below)(?!\\s+$)',
  'the (?:charts?|pictures?|sections?|tables?|lists?|panels?|passages?|paragraphs?|quotes?|maps?|text) (?:above|below)(?!\\s+$)',
  ...['above-mentioned', 'aforementioned', 'the above', 'the below'],
];

const done =
  'reached|achieved|attained|hit|exceeded|surpassed|totalled|stood at|came to|amounted to|grew|rose|climbed|expanded|increased|fell|declined|dropped|decreased|shrank|completed|built|finished|delivered|created|recruited|attracted|signed|has been|have been';
const reach = '(?: by| to| at| a total of)?(?: at least| more than| over| above| within| about)?';
/** Words before a verb that say it has not happened yet: “to be built”, “will have signed”. */
const notYet = '(?<!\\b(?:to|be|being|will|would|should|must|may|can|could|will have|to have)(?: \\w+ly)? )';

export const watchedEn: WatchedWords = {
  letters: /\p{sc=Latin}/u,
  numbers: new RegExp(`\\b${number}(?:[ -](?:and )?${number})*\\b`, 'gi'),
  order: new RegExp(`\\b(?:${order.join('|')})\\b`, 'gi'),
  result: {
    before: new RegExp(`${notYet}\\b(?:${done})${reach}$`, 'i'),
    after:
      /^(?:(?:was|were|has been|have been|had been) )?(?:reached|achieved|attained|completed|met|built|exceeded|surpassed)\b/i,
  },
  target: {
    before:
      /\b(?:(?:will|plan(?:s|ned)? to|aims? to|seeks? to|strives? to|hopes? to|(?:is|are|was|were) to|expected to) (?:reach|achieve|be|build|grow|fall|rise|complete|cut|keep)(?: by| to| at)?|targets?(?: of| is| are)?|(?:aims?|aiming|strives?|striving) for|goals? of)$/i,
    after: /^(?:targets?|as a target|as targets)\b/i,
  },
};
