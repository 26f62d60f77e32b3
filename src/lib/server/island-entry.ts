/** Where the islands' entry script is: in the manifest of their own build, or as source while developing. */
import { readFileSync } from 'node:fs';
import { dev } from '$app/environment';
import { object, parse, record, string } from 'valibot';

/** Of Vite's manifest, by source: what was made of it. */
const shape = record(string(), object({ file: string() }));

const source = 'src/lib/islands/entry.ts';

/**
 * Relative to the site's root, without a leading slash.
 *
 * @throws if the islands have not been built before the site
 */
export function islandEntry(): string {
  if (dev) return source;
  const manifest = parse(shape, JSON.parse(readFileSync('.islands/manifest.json', 'utf8')));
  const file = manifest[source]?.file;
  if (file === undefined) throw new Error('.islands/manifest.json has no entry: run the islands build first');
  return file;
}
