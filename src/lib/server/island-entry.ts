/** Finds the islands' entry script: in a build from the manifest of the islands' own build, in development its source. */
import { readFileSync } from 'node:fs';
import { dev } from '$app/environment';
import { object, parse, record, string } from 'valibot';

/** The part of Vite's manifest that is read: source file → built file. */
const shape = record(string(), object({ file: string() }));

const source = 'src/lib/islands/entry.ts';

/**
 * The entry script's address relative to the site's root, without a leading slash.
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
