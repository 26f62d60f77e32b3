/**
 * Reads the brief of `story.yaml`: a few findings for a reader with one minute, each linking to the step that shows it. Findings
 * are prose and are checked like all other prose.
 */
import { readInlineTexts, type InlineReading } from './inline.js';
import type { StageReading } from './stage.js';
import { nearest } from './nearest.js';
import { oneOf, say } from './problems.js';
import { readFields, readId, readList, readWord } from './shape.js';
import type { Finding, Section } from './types.js';
import type { Node } from './yaml.js';

/** @param sections all sections of the story, hidden ones included */
export function readBrief(
  reading: StageReading,
  node: Node | undefined,
  sections: readonly Section[],
): readonly Finding[] {
  const { problems } = reading;
  const ids = new Set<string>();
  return readList(problems, node).flatMap((item): readonly Finding[] => {
    const fields = readFields(problems, item, {
      required: ['id', 'step'],
      optional: ['picture'],
      open: true,
    });
    if (!fields) return [];
    const id = readId(problems, fields.get('id'));
    if (id && ids.has(id.value))
      problems.add('duplicate-id', id.place, id.value, say('没有用过的编号', 'an id that is not taken'));
    if (id) ids.add(id.value);
    const to = readTo(reading, fields.get('step'), sections);
    const text = readInlineTexts(
      reading,
      { type: 'map', entries: fields.others, place: fields.place },
      // Register `line`: a finding is short, and the reader meets it before any term has been explained.
      { register: 'label' },
    );
    const picture = readPicture(
      reading,
      fields.get('picture'),
      sections.find((section) => section.id === to?.section),
    );
    return id && to ? [{ id: id.value, ...to, text, ...(picture === undefined ? {} : { picture }) }] : [];
  });
}

/**
 * Reads the step that a finding links to, written `section--step` as in its address. Steps of a withheld section cannot be
 * checked, because their words are not in these files.
 */
function readTo(
  { problems }: InlineReading,
  node: Node | undefined,
  sections: readonly Section[],
): Pick<Finding, 'section' | 'step'> | undefined {
  const word = readWord(problems, node);
  if (!word) return undefined;
  const [section = '', step = ''] = word.value.split('--');
  const found = sections.find(({ id }) => id === section);
  if (found?.withheld || found?.steps.some(({ id }) => id === step)) return { section, step };
  const steps = sections.flatMap(({ id, steps: all }) => all.map((each) => `${id}--${each.id}`));
  problems.add(
    'unknown-step',
    word.place,
    word.value,
    found ? oneOf(found.steps.map(({ id }) => `${section}--${id}`)) : oneOf(sections.map(({ id }) => id)),
    nearest(word.value, steps),
  );
  return undefined;
}

/**
 * Reads the name of the chart shown small beside a finding. It must be of a drawn kind: a chart made of words could not be read
 * at that size.
 */
function readPicture(
  { problems, kinds }: StageReading,
  node: Node | undefined,
  section: Section | undefined,
): string | undefined {
  const word = readWord(problems, node);
  if (!word || !section || section.withheld) return word?.value;
  const drawn = section.stage.filter(({ kind }) => kinds.get(kind)?.words !== true);
  if (drawn.some(({ name }) => name === word.value)) return word.value;
  const named = section.stage.some(({ name }) => name === word.value);
  const names = drawn.map(({ name }) => name);
  if (named) problems.add('chart-refused', word.place, word.value, oneOf(names));
  else problems.add('unknown-chart', word.place, word.value, oneOf(names), nearest(word.value, names));
  return undefined;
}
