/** A chart kind is one folder and one line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chartComponents } from './components.js';
import { byKind, kinds } from './kinds.js';
import { loaders } from './loaders.js';
import { registry } from './registry.js';
import { sceneLayouts } from './scene-layouts.js';

const charts = dirname(fileURLToPath(import.meta.url));
const src = join(charts, '../..');

const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|js|svelte|css)$/u.test(entry.name))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((path) => !/\.test\.ts$|\/generated\//u.test(path));

describe.each(kinds)('the chart kind %s', (kind) => {
  it('is named outside of its folder in one line', () => {
    // As a string, or as a path to its folder. The editing page has parts of its own, one of them called like a kind.
    const path = new RegExp(`charts/${kind}/|[./]/${kind}/(spec|layout|content|example|${kind})`, 'gu');
    const string = new RegExp(`(['"\`])${kind}\\1`, 'gu');
    const named = sources
      .filter((file) => !file.startsWith(`lib/charts/${kind}/`))
      .flatMap((file) => {
        const text = readFileSync(join(src, file), 'utf8');
        const found = [
          ...text.matchAll(path),
          ...(file.startsWith('lib/edit/') ? [] : text.matchAll(string)),
        ];
        return found.map(() => file);
      });
    expect(named).toEqual(['lib/charts/kinds.ts']);
  });

  it('is found with all that belongs to it', () => {
    expect(registry[kind]?.spec.kind).toBe(kind);
    expect(registry[kind]?.examples.length).toBeGreaterThan(0);
    expect(chartComponents[kind]).toBeDefined();
    expect(loaders[kind]).toBeDefined();
    // Made of words or drawn, never both: its spec and its files say the same.
    expect(sceneLayouts[kind] === undefined).toBe(registry[kind]?.spec.words ?? false);
  });
});

it('every folder of a kind has its line', () => {
  const folders = readdirSync(charts).filter((folder) => existsSync(join(charts, folder, 'spec.ts')));
  expect([...kinds].sort()).toEqual(folders.sort());
});

it('a folder without a line is no kind', () => {
  const parts = { './bars/spec.ts': 'bars', './draft/spec.ts': 'draft' };
  expect(byKind(parts)).toEqual({ bars: 'bars' });
});
