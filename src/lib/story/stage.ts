/**
 * Reads the charts of a section's stage and what each step shows, and reports what a chart kind cannot show honestly. It knows
 * the kinds by their specifications and cannot draw.
 */
import { toInline, readInlineTexts, type InlineReading } from './inline.js';
import { checkHonesty } from './honesty.js';
import { nearest } from './nearest.js';
import { readNotes } from './notes.js';
import { exactly, oneOf, say, type Place } from './problems.js';
import { readChoice, readFields, readId, readList, readSpan, readWord } from './shape.js';
import { readTexts } from './texts.js';
import type {
  Derived,
  Figure,
  InlineTexts,
  KindSpec,
  Measure,
  OptionSpec,
  OptionValue,
  Span,
  StageChart,
} from './types.js';
import { readTruth } from './vocabulary.js';
import type { Node, TextNode } from './yaml.js';

export interface StageReading extends InlineReading {
  readonly kinds: ReadonlyMap<string, KindSpec>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly derived: ReadonlyMap<string, Derived>;
  readonly measures: readonly Measure[];
  readonly report: string;
  /** Called for each quotation of the report in a chart. */
  readonly quoted: (span: Span, place: Place) => void;
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
      reading.problems.add(
        'duplicate-id',
        read.place,
        read.chart.name,
        say('用 as 给图另起名字', 'a name of its own, by "as"'),
      );
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
  const fields = readFields(problems, node, {
    required: ['chart', 'title', 'alt'],
    optional: ['as', 'caveat', 'figures', 'derived'],
    open: true,
  });
  if (!fields) return undefined;
  const kind = readWord(problems, fields.get('chart'));
  const spec = kind && kinds.get(kind.value);
  if (kind && !spec)
    problems.add(
      'unknown-kind',
      kind.place,
      kind.value,
      oneOf(kinds.keys()),
      nearest(kind.value, kinds.keys()),
    );
  const name = fields.get('as') ? readId(problems, fields.get('as')) : kind;
  const figureNodes = readNumberList(reading, fields.get('figures'), 'figures');
  const derivedNodes = readNumberList(reading, fields.get('derived'), 'derived');
  const chart: StageChart = {
    name: name?.value ?? '',
    kind: kind?.value ?? '',
    figures: figureNodes.map(({ value }) => value),
    derived: derivedNodes.map(({ value }) => value),
    options: readOptions(
      reading,
      fields,
      spec,
      [...figureNodes, ...derivedNodes].map(({ value }) => value),
    ),
    title: readInlineTexts(reading, fields.get('title'), { register: 'label' }),
    ...(fields.get('caveat')
      ? { caveat: readInlineTexts(reading, fields.get('caveat'), { register: 'line' }) }
      : {}),
    alt: readInlineTexts(reading, fields.get('alt'), { register: 'label' }),
  };
  const place = fields.get('as')?.place ?? kind?.place ?? fields.place;
  if (spec)
    checkHonesty(reading, chart, spec, {
      figureNodes,
      derivedNodes,
      place: kind?.place ?? fields.place,
      figureList: fields.get('figures')?.place,
      derivedList: fields.get('derived')?.place,
    });
  return { chart, spec, place };
}

/** Reads a list of ids; the word `all` means every figure of the report. */
function readNumberList(
  reading: StageReading,
  node: Node | undefined,
  type: 'figures' | 'derived',
): readonly Pick<TextNode, 'value' | 'place'>[] {
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
        problems.add(
          rule,
          word.place,
          word.value,
          say(`${file} 里的编号`, `an id of ${file}`),
          nearest(word.value, known.keys()),
        );
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
  fields: {
    readonly place: Place;
    readonly others: readonly { key: string; keyPlace: Place; value: Node }[];
  },
  spec: KindSpec | undefined,
  held: readonly string[],
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
    const read = readOption(reading, option, value, held);
    if (read) options[key] = read;
  }
  for (const [key, option] of Object.entries(spec.options)) {
    const given = fields.others.some((entry) => entry.key === key);
    if (option.required && !given) reading.problems.add('missing-key', fields.place, spec.kind, exactly(key));
  }
  return options;
}

function readOption(
  reading: StageReading,
  option: OptionSpec,
  node: Node,
  held: readonly string[],
): OptionValue | undefined {
  const { problems, report } = reading;
  switch (option.type) {
    case 'figures':
    case 'derived':
      return { type: option.type, ids: readNumberList(reading, node, option.type).map(({ value }) => value) };
    case 'texts':
      return {
        type: 'texts',
        items: readList(problems, node).map((item): InlineTexts =>
          toInline(reading, readTexts(reading, item), { register: 'line' }),
        ),
      };
    case 'quotes': {
      const spans = readList(problems, node).flatMap((item) => {
        const span = readSpan(problems, item, report.length);
        if (span) reading.quoted(span, item.place);
        return span ?? [];
      });
      return {
        type: 'quotes',
        items: spans.map(({ start, end }) => ({ start, end, text: report.slice(start, end) })),
      };
    }
    case 'flag': {
      const value = readTruth(problems, node);
      return value === undefined ? undefined : { type: 'flag', value };
    }
    case 'notes':
      return { type: 'notes', items: readNotes(reading, node, held) };
    case 'word': {
      const value = readOptionWord(reading, option, node);
      return value === undefined ? undefined : { type: 'word', value };
    }
    case 'words': {
      const values = readList(problems, node).flatMap((item) => readOptionWord(reading, option, item) ?? []);
      return { type: 'words', values };
    }
  }
}

const readOptionWord = (
  { problems }: StageReading,
  { words }: OptionSpec,
  node: Node,
): string | undefined => {
  const word = readWord(problems, node);
  return word && words ? readChoice(problems, 'unknown-word', word.value, word.place, words) : word?.value;
};
