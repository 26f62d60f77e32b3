/** Reads what a step shows: one chart of the stage in one of its states, optionally with `through` and `highlight`. */
import { nearest } from './nearest.js';
import { oneOf, say } from './problems.js';
import { readFields, readWord } from './shape.js';
import type { ChartRead, StageReading } from './stage.js';
import type { Show, StageChart } from './types.js';
import { describe, type Node, type TextNode } from './yaml.js';

/** Reads `show`: either one word, a state of the first chart, or a map of chart, state, `through` and `highlight`. */
export function readShow(
  reading: StageReading,
  node: Node | undefined,
  charts: readonly ChartRead[],
): Show | undefined {
  const { problems } = reading;
  const [first] = charts;
  if (node === undefined || !first) return undefined;
  if (node.type === 'text') {
    const state = readWord(problems, node);
    if (state) checkState(reading, state, first);
    return state && { chart: first.chart.name, state: state.value };
  }
  const fields = readFields(problems, node, {
    required: ['state'],
    optional: ['chart', 'through', 'highlight'],
  });
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
  problems.add(
    'unknown-state',
    state.place,
    state.value,
    oneOf(spec.states),
    nearest(state.value, spec.states),
  );
}

function checkHeld({ problems, references }: StageReading, word: TextNode, held: readonly string[]): void {
  if (held.includes(word.value)) return;
  if (!references.complete.numbers) return;
  problems.add('not-in-chart', word.place, describe(word), oneOf(held), nearest(word.value, held));
}

function heldBy(chart: StageChart): readonly string[] {
  const optional = Object.values(chart.options).flatMap((option) =>
    option.type === 'derived' || option.type === 'figures' ? option.ids : [],
  );
  return [...new Set([...chart.figures, ...chart.derived, ...optional])];
}
