/** What a kind is for, in the words at the head of its `spec.ts`: said once, where the kind's author keeps it true. */
const sources: Readonly<Record<string, string>> = import.meta.glob('/src/lib/charts/*/spec.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function purposeOf(kind: string): string {
  const [, head = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(sources[`/src/lib/charts/${kind}/spec.ts`] ?? '') ?? [];
  return head.replace(/\s*\n\s*\*?\s*/g, ' ').trim();
}
