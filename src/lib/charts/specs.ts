/** All chart kinds as the story and its checks need them. Plain TypeScript: runs without Svelte. */
import type { KindSpec } from '../story/types.js';
import { byKind, kinds } from './kinds.js';

const specs = byKind(import.meta.glob<KindSpec>('./*/spec.ts', { eager: true, import: 'spec' }));

/** @throws if the kind has no spec */
export function specOf(kind: string): KindSpec {
  const spec = specs[kind];
  if (!spec) throw new Error(`the chart kind ${kind} has no spec`);
  return spec;
}

export const kindSpecs: readonly KindSpec[] = kinds.map(specOf);
