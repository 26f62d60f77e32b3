/** The gallery's data on each chart kind, all made from the kind's own files. */
import { registry } from '$lib/charts/registry.js';
import { purposeOf } from './purpose.js';
import { sampleOf } from './sample.js';
import { specRows } from './spec-rows.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  kinds: Object.values(registry).map(({ spec, examples }) => ({
    kind: spec.kind,
    purpose: purposeOf(spec.kind),
    rows: specRows(spec),
    examples: examples.map((example) => ({ ...example, sample: sampleOf(spec, example) })),
  })),
});
