/**
 * Reads what a kind is for from the comment at the top of its `spec.ts`, so that it is stated only there, where the kind's author
 * keeps it correct.
 */
import { defined } from '$lib/invariants/defined.js';

const sources: Readonly<Record<string, string>> = import.meta.glob('/src/lib/charts/*/spec.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function purposeOf(kind: string): string {
  const source = defined(sources[`/src/lib/charts/${kind}/spec.ts`], `spec.ts of ${kind}`);
  const [, head = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(source) ?? [];
  return head.replace(/\s*\n\s*\*?\s*/g, ' ').trim();
}
