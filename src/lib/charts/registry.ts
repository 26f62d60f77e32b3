/** Every kind with all that belongs to it: spec, loader, examples. The gallery and the tests read it; pages don't. */
import type { KindSpec } from '../story/types.js';
import { byKind } from './kinds.js';
import { loaders, type ChartLoader } from './loaders.js';
import type { ChartExample } from './scene/example.js';
import { kindSpecs } from './specs.js';

export interface RegisteredKind {
  readonly spec: KindSpec;
  readonly load: ChartLoader;
  /** The kind's first example, and all of them. */
  readonly example: ChartExample;
  readonly examples: readonly ChartExample[];
}

/** All that an `example.ts` exports is examples; the one called `example` comes first. */
const examples = byKind(import.meta.glob<Record<string, ChartExample>>('./*/example.ts', { eager: true }));

function registered(spec: KindSpec): readonly [string, RegisteredKind] {
  const load = loaders[spec.kind];
  const { example, ...further } = examples[spec.kind] ?? {};
  if (!load || !example)
    throw new Error(`the chart kind ${spec.kind} has nothing that draws it or no example`);
  return [spec.kind, { spec, load, example, examples: [example, ...Object.values(further)] }];
}

export const registry: Readonly<Record<string, RegisteredKind>> = Object.fromEntries(
  kindSpecs.map(registered),
);
