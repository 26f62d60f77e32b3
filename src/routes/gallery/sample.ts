/**
 * Writes the section file for an example's chart: the reverse of making a chart's input from a file. Offsets in the report are
 * left open, because an example has no report.
 */
import { Document, isSeq, type YAMLSeq } from 'yaml';
import type { ChartInput, ChartOption, ChartState, ChartText } from '$lib/charts/scene/types.js';
import type { ChartExample } from '$lib/charts/scene/example.js';
import { defined } from '$lib/invariants/defined.js';
import type { KindSpec, OptionSpec } from '$lib/story/types.js';
import { words } from './words.js';

const written = (text: ChartText) =>
  text.map((part) => (part.type === 'text' ? part.text : `[[${part.id}]]`)).join('');

const inEdition = ({ edition }: ChartInput, text: string) => ({ [edition]: text });

function optionValue(input: ChartInput, spec: OptionSpec | undefined, option: ChartOption): unknown {
  if (typeof option !== 'object') return option;
  return option.map((entry) => {
    if (typeof entry === 'object' && 'text' in entry)
      return { at: entry.at, ...inEdition(input, written(entry.text)) };
    if (typeof entry !== 'string') return inEdition(input, written(entry));
    return spec?.type === 'quotes' ? ['start', 'end'] : entry;
  });
}

function stepId({ state, through, highlight }: ChartState): string {
  return [state, highlight ?? through].filter((part) => part !== undefined).join('-');
}

/** The file as YAML, with the quoted words as comments. */
export function sampleOf(spec: KindSpec, { input, states }: ChartExample): string {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const chart = {
    chart: input.kind,
    ...(input.name === input.kind ? {} : { as: input.name }),
    title: inEdition(input, written(input.title)),
    alt: inEdition(input, words.placeholders.alt),
    ...(input.figures.length > 0 ? { figures: input.report ? 'all' : ids(input.figures) } : {}),
    ...(input.derived.length > 0 ? { derived: ids(input.derived) } : {}),
    ...Object.fromEntries(
      Object.entries(input.options).map(([name, option]) => [
        name,
        optionValue(input, spec.options[name], option),
      ]),
    ),
  };
  const document = new Document({
    title: inEdition(input, written(input.title)),
    standfirst: inEdition(input, words.placeholders.standfirst),
    stage: [chart],
    steps: states.map((state) => ({
      id: stepId(state),
      show: Object.keys(state).length === 1 ? state.state : { ...state },
      ...inEdition(input, words.placeholders.text),
    })),
  });
  for (const name of ['figures', 'derived', ...Object.keys(input.options)]) {
    const list: unknown = document.getIn(['stage', 0, name], true);
    if (!isSeq(list)) continue;
    if (spec.options[name]?.type === 'quotes') quote(list, defined(input.options[name], `option ${name}`));
    else if (!['texts', 'notes'].includes(spec.options[name]?.type ?? '')) list.flow = true;
  }
  for (const [i] of states.entries()) {
    const show: unknown = document.getIn(['steps', i, 'show'], true);
    if (typeof show === 'object' && show !== null && 'flow' in show) show.flow = true;
  }
  return document.toString({ lineWidth: 76, flowCollectionPadding: true });
}

function quote(list: YAMLSeq, option: ChartOption): void {
  for (const [i, item] of list.items.entries()) {
    if (!isSeq(item)) continue;
    item.flow = true;
    if (typeof option === 'object') item.comment = ` ${String(option[i])}`;
  }
}
