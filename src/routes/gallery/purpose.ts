/** What a kind is for, in the words at the head of its `spec.ts`: said once, where the kind's author keeps it true. */
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
