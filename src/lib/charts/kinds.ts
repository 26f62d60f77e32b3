/**
 * The chart kinds by name, in the order in which they are shown and told of: a kind is a folder of its name and its line here.
 *
 * Of a folder others read `spec.ts`; `layout.ts` if the kind draws a scene, or its one component if it is made of words; all that
 * `example.ts` exports; and its style sheet, if it has one. Nothing outside of the folder names the kind.
 */
export const kinds: readonly string[] = [
  'report-field',
  'index-bars',
  'bars',
  'statements',
  'figure-list',
  'dot-panels',
  'folded-line',
  'share-grid',
  'ladder',
  'tally',
  'outline',
  'tiles',
];

/** @param parts what files of the kinds' folders hold, by their paths from here: Vite lists them by a pattern (`import.meta.glob`) */
export function byKind<Part>(parts: Readonly<Record<string, Part>>): Readonly<Record<string, Part>> {
  const found = Object.entries(parts).map(([path, part]) => [path.split('/')[1] ?? '', part] as const);
  return Object.fromEntries(found.filter(([kind]) => kinds.includes(kind)));
}
