/**
 * Reads section files in two passes: first the heads, which other checks need (passage, pin), then everything. Does not depend on
 * the order of sections.
 */
import { readInlineTexts, toRunning, type InlineReading } from './inline.js';
import { nearest } from './nearest.js';
import type { Problems } from './problems.js';
import { oneOf, say, type Place } from './problems.js';
import { passageKeys, quotedHeading, readPassage, type PassageRead } from './passage.js';
import { readChoice, readFields, readId, readList, readWord, type Fields } from './shape.js';
import { readShow } from './show.js';
import { readStage, type ChartRead, type StageReading } from './stage.js';
import { addText, checkComplete, type LocatedTexts } from './texts.js';
import type { EditionCode, LeadIn, Section, Step } from './types.js';
import type { UntoldRead } from './untold.js';
import { isWithheld } from './withheld.js';
import type { Node, TextNode } from './yaml.js';

/** A section's head: what must be known before any text is read. */
export interface SectionHead extends PassageRead {
  readonly id: string;
  readonly fields: Fields<SectionKey> | undefined;
  /** Whether its words have been removed from these files; see `withheld.ts`. */
  readonly withheld: boolean;
  readonly place: Place;
  readonly pin?: 'first' | 'last';
  readonly pinPlace: Place;
}

const required = ['title', 'standfirst', 'stage', 'steps'] as const;
const optional = ['pin', 'kicker', 'lead_in'] as const;
type SectionKey = (typeof required)[number] | (typeof optional)[number] | 'withheld';

export function readSectionHead(
  problems: Problems,
  id: string,
  file: string,
  node: Node | undefined,
  reportLength: number,
): SectionHead {
  const place = { file, line: 1, column: 1 };
  const withheld = isWithheld(node);
  const fields = readFields<SectionKey>(
    problems,
    node,
    withheld ? { required: ['withheld'], optional: ['pin', 'kicker'] } : { required, optional },
  );
  const pinWord = readWord(problems, fields?.get('pin'));
  const pin =
    pinWord && readChoice(problems, 'unknown-word', pinWord.value, pinWord.place, ['first', 'last'] as const);
  const kicker = readFields(problems, fields?.get('kicker'), passageKeys);
  return {
    id,
    fields,
    withheld,
    place: fields?.place ?? place,
    ...(pin ? { pin } : {}),
    pinPlace: pinWord?.place ?? place,
    ...readPassage(problems, kicker, place, reportLength),
  };
}

/** Checks that passages do not overlap, and that each pin is used by one section. */
export function checkHeads(
  problems: Problems,
  heads: readonly SectionHead[],
  untold: readonly UntoldRead[],
): void {
  const placed = [...heads, ...untold].flatMap((head) =>
    head.passage ? [{ ...head, passage: head.passage }] : [],
  );
  placed.sort((a, b) => a.passage.start - b.passage.start);
  placed.forEach((head, i) => {
    const before = placed.slice(0, i).findLast((other) => other.passage.end > head.passage.start);
    if (!before) return;
    const { start, end } = before.passage;
    problems.add(
      'passage-overlap',
      head.passagePlace,
      `[${head.passage.start}, ${head.passage.end}]`,
      say(
        `不与「${before.id}」的 [${start}, ${end}] 重叠`,
        `no overlap with [${start}, ${end}] of "${before.id}"`,
      ),
    );
  });
  for (const pin of ['first', 'last'] as const) {
    const [, ...others] = heads.filter((head) => head.pin === pin);
    for (const head of others)
      problems.add('duplicate-pin', head.pinPlace, pin, say('只固定一节', 'one section only'));
  }
}

export function readSection(reading: StageReading, head: SectionHead, reportText: string): Section {
  const { passage } = head;
  const fields = head.withheld ? undefined : head.fields;
  const charts = readStage(reading, fields?.get('stage'));
  const steps = readSteps(reading, fields?.get('steps'), charts);
  return {
    id: head.id,
    ...(head.pin ? { pin: head.pin } : {}),
    ...(head.withheld ? { withheld: true } : {}),
    ...(passage ? { passage } : {}),
    ...quotedHeading(head, reportText),
    title: readInlineTexts(reading, fields?.get('title'), { register: 'label' }),
    standfirst: readInlineTexts(reading, fields?.get('standfirst'), { register: 'prose' }),
    leadIns: readLeadIns(reading, fields?.get('lead_in'), head.id),
    stage: charts.map(({ chart }) => chart),
    steps: steps.filter((step) => step !== undefined),
  };
}

function readLeadIns(reading: InlineReading, node: Node | undefined, own: string): readonly LeadIn[] {
  const { problems, references } = reading;
  const leadIns: LeadIn[] = [];
  for (const item of readList(problems, node)) {
    const fields = readFields(problems, item, { required: ['after'], open: true });
    if (!fields) continue;
    const after = readWord(problems, fields.get('after'));
    const texts = readInlineTexts(
      reading,
      { type: 'map', entries: fields.others, place: fields.place },
      { register: 'prose', mayOrder: true },
    );
    if (!after) continue;
    if (!references.sections.has(after.value) || after.value === own) {
      problems.add(
        'unknown-section',
        after.place,
        after.value,
        oneOf([...references.sections].filter((id) => id !== own)),
        nearest(after.value, references.sections),
      );
    } else if (leadIns.some((other) => other.after === after.value)) {
      problems.add(
        'duplicate-id',
        after.place,
        after.value,
        say('每节之后一句', 'one sentence after each section'),
      );
    } else {
      leadIns.push({ after: after.value, text: texts });
    }
  }
  return leadIns;
}

function readSteps(
  reading: StageReading,
  node: Node | undefined,
  charts: readonly ChartRead[],
): readonly (Step | undefined)[] {
  const { problems } = reading;
  const ids = new Set<string>();
  const shown = new Set<string>();
  const steps = readList(problems, node).map((item): Step | undefined => {
    const fields = readFields(problems, item, { required: ['id', 'show'], open: true });
    if (!fields) return undefined;
    const id = readId(problems, fields.get('id'));
    if (id && ids.has(id.value))
      problems.add('duplicate-id', id.place, id.value, say('没有用过的编号', 'an id that is not taken'));
    if (id) ids.add(id.value);
    const show = readShow(reading, fields.get('show'), charts);
    if (show) shown.add(show.chart);
    const texts = readStepTexts(reading, fields);
    const text = toRunning(reading, texts);
    return id && show && { id: id.value, show, text };
  });
  if (node?.type === 'list' && node.items.length === 0) {
    problems.add('wrong-shape', node.place, '[]', say('至少一步', 'at least one step'));
  }
  const allRead = steps.length > 0 && steps.every((step) => step !== undefined);
  for (const { chart, place } of allRead ? charts : []) {
    if (!shown.has(chart.name))
      problems.add('chart-never-shown', place, chart.name, say('某一步的 show', 'a step that shows it'));
  }
  return steps;
}

/** Reads a step's texts, which are keys beside `id` and `show`. */
function readStepTexts(reading: InlineReading, fields: Fields<'id' | 'show'>): LocatedTexts {
  const texts = new Map<EditionCode, TextNode>();
  const known = ['id', 'show', ...reading.editions.known];
  for (const entry of fields.others) {
    if (reading.editions.known.includes(entry.key))
      addText(reading, texts, entry.key, entry.keyPlace, entry.value);
    else
      reading.problems.add('unknown-key', entry.keyPlace, entry.key, oneOf(known), nearest(entry.key, known));
  }
  checkComplete(reading, texts, fields.place);
  return texts;
}
