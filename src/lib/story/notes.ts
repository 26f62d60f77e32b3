/** Reads the notes on a picture: short texts of ours, each at one number of the chart. Where they stand is the layout's question. */
import { firstLine } from './first-line.js';
import { toInline, type InlineReading } from './inline.js';
import { nearest } from './nearest.js';
import { oneOf, say } from './problems.js';
import { readFields, readList, readWord } from './shape.js';
import { readTexts } from './texts.js';
import type { Note } from './types.js';
import type { Node } from './yaml.js';

/** The most that a note may say, in widths of a Han character: more finds no room beside its mark. A number counts as three. */
const longest = 16;

const widthOf = (text: string): number =>
  [...text.replaceAll(/\[\[[^\]]*\]\]/g, '数数数')].reduce(
    (width, character) => width + (/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/u.test(character) ? 1 : 0.5),
    0,
  );

/** @param held the ids that the chart holds */
export function readNotes(reading: InlineReading, node: Node, held: readonly string[]): readonly Note[] {
  const { problems, references } = reading;
  const notes: Note[] = [];
  for (const item of readList(problems, node)) {
    const fields = readFields(problems, item, { required: ['at'], open: true });
    if (!fields) continue;
    const at = readWord(problems, fields.get('at'));
    const texts = readTexts(reading, { type: 'map', entries: fields.others, place: fields.place });
    for (const { value, place } of texts.values()) {
      if (widthOf(value) <= longest) continue;
      const expected = say(
        `最多${longest}个汉字宽，数字算三个`,
        `at most ${longest * 2} letters, a number counting as six`,
      );
      problems.add('note-too-long', place, firstLine(value), expected);
    }
    const text = toInline(reading, texts, { register: 'label' });
    if (!at) continue;
    if (!held.includes(at.value)) {
      if (references.complete.numbers)
        problems.add('not-in-chart', at.place, at.value, oneOf(held), nearest(at.value, held));
    } else if (notes.some((note) => note.at === at.value)) {
      problems.add('duplicate-id', at.place, at.value, say('每个数一条注', 'one note a number'));
    } else {
      notes.push({ at: at.value, text });
    }
  }
  return notes;
}
