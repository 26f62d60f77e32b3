/**
 * Reads the charts of a section's stage and what each step shows of them, and refuses what a chart kind cannot show
 * honestly. The kinds themselves come as specs; nothing here can draw.
 */
import { toInline, readInlineTexts, type InlineReading } from './inline.js';
import { nearest } from './nearest.js';
import { exactly, oneOf, say, type Place } from './problems.js';
import { readChoice, readFields, readId, readList, readSpan, readWord } from './shape.js';
import { readTexts } from './texts.js';
import type { Derived, Figure, InlineTexts, KindSpec, Measure, OptionSpec, OptionValue, Show, StageChart } from './types.js';
import { readTruth } from './vocabulary.js';
import { describe, type Node, type TextNode } from './yaml.js';

export interface StageReading extends InlineReading {
  readonly kinds: ReadonlyMap<string, KindSpec>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly derived: ReadonlyMap<string, Derived>;
  readonly measures: readonly Measure[];
  readonly report: string;
}

export interface ChartRead {
  readonly chart: StageChart;
  readonly spec: KindSpec | undefined;
  readonly place: Place;
}

const chartKeys = ['chart', 'as', 'title', 'caveat', 'alt', 'figures', 'derived'] as const;

export function readStage(reading: StageReading, node: Node | undefined): readonly ChartRead[] {
  const charts: ChartRead[] = [];
  for (const item of readList(reading.problems, node)) {
    const read = readChart(reading, item);
    if (!read) continue;
    if (charts.some(({ chart }) => chart.name === read.chart.name)) {
      reading.problems.add('duplicate-id', read.place, read.chart.name, say('用 as 给图另起名字', 'a name of its own, by "as"'));
    }
    charts.push(read);
  }
  if (node?.type === 'list' && node.items.length === 0) {
    reading.problems.add('wrong-shape', node.place, '[]', say('至少一张图', 'at least one chart'));
  }
  return charts;
}

function readChart(reading: StageReading, node: Node): ChartRead | undefined {
  const { problems, kinds } = reading;
  const fields = readFields(problems, node, { required: ['chart', 'title', 'alt'], optional: ['as', 'caveat', 'figures', 'derived'], open: true });
  if (!fields) return undefined;
  const kind = readWord(problems, fields.get('chart'));
  const spec = kind && kinds.get(kind.value);
  if (kind && !spec) problems.add('unknown-kind', kind.place, kind.value, oneOf(kinds.keys()), nearest(kind.value, kinds.keys()));
  const name = fields.get('as') ? readId(problems, fields.get('as')) : kind;
  const figureNodes = readNumberList(reading, fields.get('figures'), 'figures');
  const derivedNodes = readNumberList(reading, fields.get('derived'), 'derived');
  const chart: StageChart = {
    name: name?.value ?? '',
    kind: kind?.value ?? '',
    figures: figureNodes.map(({ value }) => value),
    derived: derivedNodes.map(({ value }) => value),
    options: readOptions(reading, fields, spec),
    title: readInlineTexts(reading, fields.get('title'), { register: 'label' }),
    ...(fields.get('caveat') ? { caveat: readInlineTexts(reading, fields.get('caveat'), { register: 'line' }) } : {}),
    alt: readInlineTexts(reading, fields.get('alt'), { register: 'label' }),
  };
  const place = fields.get('as')?.place ?? kind?.place ?? fields.place;
  if (spec) checkHonesty(reading, chart, spec, { figureNodes, derivedNodes, place: kind?.place ?? fields.place, list: fields.get('figures')?.place });
  return { chart, spec, place };
}

/** A list of ids; `all` stands for every figure of the report. */
function readNumberList(reading: StageReading, node: Node | undefined, type: 'figures' | 'derived'): readonly Pick<TextNode, 'value' | 'place'>[] {
  if (node === undefined) return [];
  if (type === 'figures' && node.type === 'text' && node.value === 'all') {
    return [...reading.figures.keys()].map((value) => ({ value, place: node.place }));
  }
  const { problems, references } = reading;
  const known = references[type];
  const ids: TextNode[] = [];
  for (const item of readList(problems, node)) {
    const word = readWord(problems, item);
    if (!word) continue;
    if (!known.has(word.value)) {
      if (references.complete.numbers) {
        const rule = type === 'figures' ? 'unknown-figure' : 'unknown-derived';
        const file = type === 'figures' ? 'figures.csv' : 'derived.yaml';
        problems.add(rule, word.place, word.value, say(`${file} 里的编号`, `an id of ${file}`), nearest(word.value, known.keys()));
      }
    } else if (ids.some(({ value }) => value === word.value)) {
      problems.add('duplicate-id', word.place, word.value, say('各一次', 'each once'));
    } else {
      ids.push(word);
    }
  }
  return ids;
}

function readOptions(
  reading: StageReading,
  fields: { readonly place: Place; readonly others: readonly { key: string; keyPlace: Place; value: Node }[] },
  spec: KindSpec | undefined,
): Readonly<Record<string, OptionValue>> {
  const options: Record<string, OptionValue> = {};
  if (!spec) return options;
  const known = [...chartKeys, ...Object.keys(spec.options)];
  for (const { key, keyPlace, value } of fields.others) {
    const option = Object.hasOwn(spec.options, key) ? spec.options[key] : undefined;
    if (!option) {
      reading.problems.add('unknown-key', keyPlace, key, oneOf(known), nearest(key, known));
      continue;
    }
    const read = readOption(reading, option, value);
    if (read) options[key] = read;
  }
  for (const [key, option] of Object.entries(spec.options)) {
    const given = fields.others.some((entry) => entry.key === key);
    if (option.required && !given) reading.problems.add('missing-key', fields.place, spec.kind, exactly(key));
  }
  return options;
}

function readOption(reading: StageReading, option: OptionSpec, node: Node): OptionValue | undefined {
  const { problems, report } = reading;
  switch (option.type) {
    case 'figures':
    case 'derived':
      return { type: option.type, ids: readNumberList(reading, node, option.type).map(({ value }) => value) };
    case 'texts':
      return { type: 'texts', items: readList(problems, node).map((item): InlineTexts => toInline(reading, readTexts(reading, item), { register: 'line' })) };
    case 'quotes': {
      const spans = readList(problems, node).flatMap((item) => readSpan(problems, item, report.length) ?? []);
      return { type: 'quotes', items: spans.map(({ start, end }) => ({ start, end, text: report.slice(start, end) })) };
    }
    case 'flag': {
      const value = readTruth(problems, node);
      return value === undefined ? undefined : { type: 'flag', value };
    }
    case 'word': {
      const word = readWord(problems, node);
      const value = word && (option.words ? readChoice(problems, 'unknown-word', word.value, word.place, option.words) : word.value);
      return value === undefined ? undefined : { type: 'word', value };
    }
  }
}

interface ChartPlaces {
  readonly figureNodes: readonly Pick<TextNode, 'value' | 'place'>[];
  readonly derivedNodes: readonly Pick<TextNode, 'value' | 'place'>[];
  readonly place: Place;
  readonly list: Place | undefined;
}

/** What the kind says it can show against what it is given. */
function checkHonesty(reading: StageReading, chart: StageChart, spec: KindSpec, places: ChartPlaces): void {
  const { problems } = reading;
  const listPlace = places.list ?? places.place;
  for (const [word, count, limits] of [
    ['figures', chart.figures.length, spec.figures],
    ['derived', chart.derived.length, spec.derived],
  ] as const) {
    if (count >= limits.min && count <= limits.max) continue;
    const range = `${limits.min}–${limits.max}`;
    problems.add('chart-refused', listPlace, `${word}: ${count}`, say(`「${spec.kind}」的 ${word} 是 ${range} 个`, `${range} ${word} for ${spec.kind}`));
  }
  const located = places.figureNodes.flatMap(({ value, place }) => {
    const figure = reading.figures.get(value);
    return figure ? [{ figure, place }] : [];
  });
  const [first] = located;
  for (const { figure, place } of located) {
    if (!spec.comparators.includes(figure.comparator)) {
      problems.add('chart-refused', place, `${figure.id} ${figure.comparator}`, say(`「${spec.kind}」的限定词：${spec.comparators.join(' ')}`, `comparators for ${spec.kind}: ${spec.comparators.join(' ')}`));
    }
    if (!spec.kinds.includes(figure.kind)) {
      problems.add('chart-refused', place, `${figure.id} ${figure.kind}`, say(`「${spec.kind}」的类别：${spec.kinds.join(' ')}`, `kinds for ${spec.kind}: ${spec.kinds.join(' ')}`));
    }
    if (spec.scale !== 'one' || !first) continue;
    if (figure.unit !== first.figure.unit) {
      problems.add('unlike-units', place, `${figure.id} ${figure.unit}`, exactly(first.figure.unit));
    } else if (figure.measure !== first.figure.measure) {
      problems.add('unlike-measures', place, `${figure.id} ${figure.measure}`, exactly(first.figure.measure));
    }
  }
  const derived = chart.derived.flatMap((id) => reading.derived.get(id) ?? []);
  // A kind's own conditions need every number; a broken one is a problem already.
  if (located.length !== chart.figures.length || derived.length !== chart.derived.length) return;
  const figures = located.map(({ figure }) => figure);
  for (const message of spec.refuse?.({ figures, derived, measures: reading.measures, options: chart.options }) ?? []) {
    problems.add('chart-refused', places.place, chart.name, message);
  }
}

/** Either the state of the first chart as a word, or chart, state and what to emphasise. */
export function readShow(reading: StageReading, node: Node | undefined, charts: readonly ChartRead[]): Show | undefined {
  const { problems } = reading;
  const [first] = charts;
  if (node === undefined || !first) return undefined;
  if (node.type === 'text') {
    const state = readWord(problems, node);
    if (state) checkState(reading, state, first);
    return state && { chart: first.chart.name, state: state.value };
  }
  const fields = readFields(problems, node, { required: ['state'], optional: ['chart', 'through', 'highlight'] });
  if (!fields) return undefined;
  const name = readWord(problems, fields.get('chart'));
  const shown = name ? charts.find(({ chart }) => chart.name === name.value) : first;
  if (name && !shown) {
    const names = charts.map(({ chart }) => chart.name);
    problems.add('unknown-chart', name.place, name.value, oneOf(names), nearest(name.value, names));
  }
  const state = readWord(problems, fields.get('state'));
  if (!state || !shown) return undefined;
  checkState(reading, state, shown);
  const through = readWord(problems, fields.get('through'));
  const highlight = readWord(problems, fields.get('highlight'));
  if (through && shown.spec && !shown.spec.through) {
    problems.add('through-refused', through.place, through.value, say('不写 through', 'no "through"'));
  }
  if (through) checkHeld(reading, through, shown.chart.figures);
  if (highlight) checkHeld(reading, highlight, heldBy(shown.chart));
  return {
    chart: shown.chart.name,
    state: state.value,
    ...(through ? { through: through.value } : {}),
    ...(highlight ? { highlight: highlight.value } : {}),
  };
}

function checkState({ problems }: StageReading, state: TextNode, { spec }: ChartRead): void {
  if (!spec || spec.states.includes(state.value)) return;
  problems.add('unknown-state', state.place, state.value, oneOf(spec.states), nearest(state.value, spec.states));
}

function checkHeld({ problems, references }: StageReading, word: TextNode, held: readonly string[]): void {
  if (held.includes(word.value)) return;
  if (!references.complete.numbers) return;
  problems.add('not-in-chart', word.place, describe(word), oneOf(held), nearest(word.value, held));
}

function heldBy(chart: StageChart): readonly string[] {
  const optional = Object.values(chart.options).flatMap((option) => (option.type === 'derived' || option.type === 'figures' ? option.ids : []));
  return [...chart.figures, ...chart.derived, ...optional];
}
