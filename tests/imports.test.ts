/** The lint rules that hold the house together refuse what they are there to refuse, and what they leave forms no circle. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { floorPlan, importedFile, roomOf } from '../scripts/floor-plan.mjs';

// Without types, which no trial file has: it doesn't exist.
const linter = new ESLint({ overrideConfig: ts.configs.disableTypeChecked });

/** A line of code, where it would stand, and the rule that refuses it, if any. */
const lines: readonly (readonly [file: string, code: string, refusedBy?: string])[] = [
  ['src/lib/story/trial.ts', "import { onMount } from 'svelte';", 'imports'],
  ['src/lib/story/trial.ts', "import type { ChartInput } from '../charts/scene/types.js';", 'plan'],
  ['src/lib/story/trial.ts', "import Story from '../components/story/Story.svelte';", 'plan,imports'],
  ['src/lib/story/trial.ts', "import { splitUnit } from './units.js';"],
  ['src/lib/format/trial.ts', "import { splitUnit } from '../story/units.js';"],
  ['src/lib/format/trial.ts', "import type { PageContext } from '../view/page.js';", 'plan'],
  ['src/lib/view/trial.ts', "import { getPage } from '../components/page/context.js';", 'plan'],
  ['src/lib/view/trial.ts', "import { getContext } from 'svelte';", 'imports'],
  ['src/lib/edit/files/trial.ts', "import { wordsFor } from '../page/words/words.js';", 'plan'],
  ['src/lib/edit/files/trial.ts', "import { isId } from '../../story/shape.js';"],
  ['src/lib/charts/bars/trial.ts', "import { comparators } from '../../story/types.js';", 'plan'],
  ['src/lib/charts/bars/trial.ts', "import type { Figure } from '../../story/types.js';"],
  ['src/lib/charts/bars/trial.ts', "import { drive } from '../../scroll/driver.js';", 'plan'],
  ['src/lib/charts/bars/trial.ts', "import { getPage } from '$lib/components/page/context.js';", 'plan'],
  ['src/lib/charts/bars/trial.ts', "import { spec } from '../index-bars/spec.js';", 'plan'],
  ['src/lib/charts/bars/trial.ts', "import { registry } from '../registry.js';", 'plan'],
  ['src/lib/charts/bars/trial.ts', "const late = () => import('../../scroll/driver.js');", 'plan'],
  ['src/lib/charts/bars/trial.ts', "export { drive } from '../../scroll/driver.js';", 'plan'],
  ['src/lib/charts/bars/trial.ts', "import scrollama from 'scrollama';", 'imports'],
  ['src/lib/scroll/driver.ts', "import scrollama from 'scrollama';"],
  ['src/lib/components/page/trial.ts', "import { checkStory } from '../../story/index.js';", 'plan'],
  ['src/lib/components/page/trial.ts', "import { load } from '../../../routes/+layout.server.js';", 'plan'],
  ['src/lib/components/page/trial.ts', "import Story from '../story/Story.svelte';", 'plan'],
  ['src/lib/nowhere/trial.ts', 'export const here = 1;', 'plan'],
  ['src/lib/trial.ts', 'export const here = 1;', 'plan'],
  ['src/lib/charts/bars/trial.ts', "import * as d3 from 'd3';", 'no-restricted-syntax'],
  ['src/lib/charts/bars/trial.ts', "import { scaleLinear } from 'd3';"],
  ['src/lib/components/page/trial.ts', 'export const now = new Date();', 'no-restricted-syntax'],
  ['src/lib/components/page/trial.ts', 'export const text = (1).toLocaleString();', 'no-restricted-syntax'],
  ['src/lib/components/page/trial.ts', "document.body.innerHTML = '';", 'no-restricted-syntax'],
];

const shortNames: Readonly<Record<string, string>> = {
  '@typescript-eslint/no-restricted-imports': 'imports',
  'house/floor-plan': 'plan',
  'no-restricted-syntax': 'no-restricted-syntax',
};

describe('the lint rules', () => {
  it.each(lines)('in %s judge `%s`', async (filePath = '', code = '', refusedBy = '') => {
    const [result] = await linter.lintText(code, { filePath });
    const rules = (result?.messages ?? []).flatMap(({ ruleId }) => shortNames[ruleId ?? ''] ?? []);
    expect([...new Set(rules)].sort()).toEqual(refusedBy.split(',').filter(Boolean).sort());
  });
});

/** Every import of one file of ours by another below `src`, tests left out: they may try a part on what stands above it. */
function imports(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => /\.(?:ts|js|svelte)$/.test(name) && !/\.test\.ts$|charts\/testing\.ts$/.test(name));
  const known = new Set(files);
  const found = new Map<string, readonly string[]>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].flatMap(
      ([, specifier = '']) => {
        const target = importedFile(file, specifier);
        if (target === undefined) return [];
        const there = [target, target.replace(/\.js$/, '.ts')].find((path) => known.has(path));
        return there === undefined || there === file ? [] : [there];
      },
    );
    found.set(file, targets);
  }
  return found;
}

/** One circle, as the names along it, or nothing. */
function circle(edges: ReadonlyMap<string, ReadonlySet<string> | readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): readonly string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return [];
    path.push(name);
    for (const next of edges.get(name) ?? []) {
      const found = visit(next);
      if (found.length > 0) return found;
    }
    path.pop();
    done.add(name);
    return [];
  };
  for (const name of edges.keys()) {
    const found = visit(name);
    if (found.length > 0) return found;
  }
  return [];
}

describe('the files', () => {
  const edges = imports();

  it('import one another in no circle, and are all read here', () => {
    expect(edges.size).toBeGreaterThan(300);
    expect([...edges.values()].flat().length).toBeGreaterThan(900);
    expect(circle(edges)).toEqual([]);
  });

  it('leave no circle of folders', () => {
    const folders = new Map<string, Set<string>>();
    for (const [file, targets] of edges)
      for (const target of targets)
        if (dirname(file) !== dirname(target))
          folders.set(dirname(file), (folders.get(dirname(file)) ?? new Set()).add(dirname(target)));
    expect(folders.size).toBeGreaterThan(40);
    expect(circle(folders)).toEqual([]);
  });

  it('stand in every room of the plan, and the plan has a place for every room', () => {
    const rooms = new Set([...edges.keys()].map(roomOf).filter((room) => room !== undefined));
    expect([...rooms].filter((room) => !room.endsWith('/generated')).sort()).toEqual(floorPlan.flat().sort());
  });
});

it('a circle is found where there is one', () => {
  expect(circle(new Map([['a', ['b']], ['b', ['c', 'd']], ['c', []], ['d', ['b']]]))).toEqual(['b', 'd', 'b']); // prettier-ignore
});
