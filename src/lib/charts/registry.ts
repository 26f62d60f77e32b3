/** Every kind with all that belongs to it: spec, component, example. The gallery and the tests read it; pages don't. */
import type { KindSpec } from '../story/types.js';
import { example as bars } from './bars/example.js';
import type { ChartExample } from './example.js';
import { example as figureList } from './figure-list/example.js';
import { example as indexBars } from './index-bars/example.js';
import { loaders, type ChartLoader } from './loaders.js';
import { example as reportField } from './report-field/example.js';
import { kindSpecs } from './specs.js';
import { example as statements } from './statements/example.js';
import { example as unitDots } from './unit-dots/example.js';
import { example as dotPanels } from './dot-panels/example.js';
import { example as foldedLine } from './folded-line/example.js';
import { example as shareGrid } from './share-grid/example.js';
import { example as ladder } from './ladder/example.js';
import { example as tally } from './tally/example.js';
import { example as outline } from './outline/example.js';
import { example as tiles } from './tiles/example.js';

export interface RegisteredKind {
  readonly spec: KindSpec;
  readonly load: ChartLoader;
  readonly example: ChartExample;
}

const examples: Readonly<Record<string, ChartExample>> = {
  'report-field': reportField,
  'index-bars': indexBars,
  bars,
  'unit-dots': unitDots,
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
  const example = examples[spec.kind];
  if (!load || !example) throw new Error(`the chart kind ${spec.kind} has no component or no example`);
  return [spec.kind, { spec, load, example }];
}

export const registry: Readonly<Record<string, RegisteredKind>> = Object.fromEntries(
  kindSpecs.map(registered),
);
