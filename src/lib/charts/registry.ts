/** Every kind with all that belongs to it: spec, component, examples. The gallery and the tests read it; pages don't. */
import type { KindSpec } from '../story/types.js';
import * as bars from './bars/example.js';
import type { ChartExample } from './example.js';
import * as figureList from './figure-list/example.js';
import * as indexBars from './index-bars/example.js';
import { loaders, type ChartLoader } from './loaders.js';
import * as reportField from './report-field/example.js';
import { kindSpecs } from './specs.js';
import * as statements from './statements/example.js';
import * as dotPanels from './dot-panels/example.js';
import * as foldedLine from './folded-line/example.js';
import * as shareGrid from './share-grid/example.js';
import * as ladder from './ladder/example.js';
import * as tally from './tally/example.js';
import * as outline from './outline/example.js';
import * as tiles from './tiles/example.js';

export interface RegisteredKind {
  readonly spec: KindSpec;
  readonly load: ChartLoader;
  /** The kind's first example, and all of them. */
  readonly example: ChartExample;
  readonly examples: readonly ChartExample[];
}

/** All that an `example.ts` exports is examples; the one called `example` comes first. */
type Examples = Readonly<Record<string, ChartExample>> & { readonly example: ChartExample };

const examples: Readonly<Record<string, Examples>> = {
  'report-field': reportField,
  'index-bars': indexBars,
  bars,
  statements,
  'figure-list': figureList,
  'dot-panels': dotPanels,
  'folded-line': foldedLine,
  'share-grid': shareGrid,
  ladder,
  tally,
  outline,
  tiles,
};

function registered(spec: KindSpec): readonly [string, RegisteredKind] {
  const load = loaders[spec.kind];
  const { example, ...further } = examples[spec.kind] ?? {};
  if (!load || !example) throw new Error(`the chart kind ${spec.kind} has no component or no example`);
  return [spec.kind, { spec, load, example, examples: [example, ...Object.values(further)] }];
}

export const registry: Readonly<Record<string, RegisteredKind>> = Object.fromEntries(
  kindSpecs.map(registered),
);
